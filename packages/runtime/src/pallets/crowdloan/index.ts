/** Crowdloan: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export { calls, errors, storage }

export const Crowdloan = f.pallet('Crowdloan', {
  crate: 'pallet_crowdloan',
  constants,
  storage,
  events,
  errors,
  calls,
  types: { RuntimeCall: f.RuntimeCall },
})
