/** Multisig: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export { multiAccountId } from './account.ts'
export { calls, errors, storage }

export const Multisig = f.pallet('Multisig', {
  crate: 'pallet_multisig',
  constants,
  storage,
  events,
  errors,
  calls,
  types: { RuntimeCall: f.RuntimeCall },
})
