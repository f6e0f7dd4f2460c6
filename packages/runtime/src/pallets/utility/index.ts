/** Utility: the pallet's table. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'

export const Utility = f.pallet('Utility', {
  crate: 'pallet_subtensor_utility',
  constants,
  events,
  errors,
})
