/** Preimage: the pallet's table, and kept calls for other pallets. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export * from './bounded-calls.ts'
export { calls, errors, events, storage }

export const Preimage = f.pallet('Preimage', {
  crate: 'pallet_preimage',
  storage,
  events,
  errors,
  calls,
})
