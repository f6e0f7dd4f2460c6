/** Swap: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const Swap = f.pallet('Swap', {
  crate: 'pallet_subtensor_swap::pallet',
  constants,
  storage,
  events,
  errors,
  calls,
})
