/** Balances: the pallet's table. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const Balances = f.pallet('Balances', {
  crate: 'pallet_balances',
  constants,
  storage,
  events,
  errors,
})
