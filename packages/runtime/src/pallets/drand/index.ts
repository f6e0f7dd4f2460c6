/** Drand: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { genesis } from './genesis.ts'
export { calls, errors, storage }

export const Drand = f.pallet('Drand', {
  crate: 'pallet_drand',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
})
