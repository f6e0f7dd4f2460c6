/** BaseFee: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { genesis } from './genesis.ts'
export { calls, storage }

export const BaseFee = f.pallet('BaseFee', {
  crate: 'pallet_base_fee',
  storage,
  events,
  calls,
  hooks,
  generics: { Event: [] },
})
