/** TransactionPayment: the pallet's table, and how fees are computed and charged. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as events from './events.ts'
import { on_finalize } from './genesis.ts'
import * as storage from './storage.ts'

export type { AlphaFees, AlphaPaid, Position } from './alpha-fees.ts'
export { ensureCanPay, payAuthor, settleFee, type Withdrawn, withdrawFee } from './charge.ts'
export {
  computeActualFee,
  computeFee,
  lengthToFee,
  queryCallFeeDetails,
  queryCallInfo,
  queryFeeDetails,
  queryInfo,
  weightToFee,
} from './fees.ts'
export { genesis } from './genesis.ts'
export { events, storage }

export const TransactionPayment = f.pallet('TransactionPayment', {
  crate: 'pallet_transaction_payment',
  constants,
  storage,
  events,
  hooks: { on_finalize },
})
