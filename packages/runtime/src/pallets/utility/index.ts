/** Utility: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'

export { derivativeAccountId } from './derivative.ts'
export { calls, errors }

export const Utility = f.pallet('Utility', {
  crate: 'pallet_subtensor_utility',
  constants,
  events,
  errors,
  calls,
  generics: { Event: [] },
  types: { RuntimeCall: f.RuntimeCall, PalletsOrigin: f.OriginCaller },
})
