/** TransactionPayment: the pallet's table. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const TransactionPayment = f.pallet('TransactionPayment', {
  crate: 'pallet_transaction_payment',
  constants,
  storage,
  events,
})
