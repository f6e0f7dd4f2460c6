/** EVM: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as runCalls from './run-calls.ts'
import * as storage from './storage.ts'

export { mirrorOf, ownerOf, truncated } from './address.ts'
export { genesis } from './genesis.ts'
export { calls, errors, events, storage }

export const EVM = f.pallet('EVM', {
  crate: 'pallet_evm',
  storage,
  events,
  errors,
  calls: { ...calls, ...runCalls },
})
