/** LimitOrders: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export { genesis } from './genesis.ts'
export { calls, errors, storage }

export const LimitOrders = f.pallet('LimitOrders', {
  crate: 'pallet_limit_orders',
  constants,
  storage,
  events,
  errors,
  calls,
})
