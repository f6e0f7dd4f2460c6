/** Fees: who pays, how much, and when. */
import * as f from '@taonet/frame'
import {
  type AlphaFees,
  computeActualFee,
  computeFee,
  ensureCanPay,
  events,
  settleFee,
  type Withdrawn,
  withdrawFee,
} from '../pallets/transaction-payment/index.ts'
import { feePayer } from './fee-payer.ts'

const INNER = 'pallet_transaction_payment::ChargeTransactionPayment'
const WRAPPER =
  'node_subtensor_runtime::transaction_payment_wrapper::ChargeTransactionPaymentWrapper'

/** The tips of others do not matter: the order of transactions is fixed by class. */
const PRIORITY: Readonly<Record<f.DispatchClass, bigint>> = {
  Normal: 1n,
  Mandatory: 1n,
  Operational: 10_000_000_000n,
}
const innerWeight = f.addWeight(f.weight(35_979_000n, 3593n), f.dbReadsWrites(1, 1))
/** With the rows that say who pays for whom. */
const outerWeight = f.addWeight(innerWeight, f.dbReads(3))

interface Charge {
  readonly who: f.AccountId
  readonly fee: bigint
  readonly withdrawn: Withdrawn
}
/** undefined when nobody pays. */
type State = Charge | undefined

/**
 * The extension, with what it needs of staking.
 *
 * shape   explicit is the tip
 * refuses Payment
 * source  opentensor/subtensor runtime/src/transaction_payment_wrapper.rs
 */
export function chargeTransactionPayment(
  alpha: AlphaFees,
): f.TransactionExtension<bigint, null, State> {
  const explicit = f.newtype(f.generic(INNER, { T: undefined }), f.compact(f.u64))
  return {
    identifier: 'ChargeTransactionPayment',
    explicit,
    inTuple: f.newtype(f.generic(WRAPPER, { T: undefined }), explicit, 'inner'),
    implicit: f.unit,
    implied: () => null,
    weight: () => outerWeight,
    validate(ctx, { call, origin, info, length, explicit: tip }) {
      const priority = PRIORITY[info.class]
      const who = feePayer(ctx, call, origin) ?? f.signer(origin)
      if (who === undefined) return { valid: { priority } }
      const fee = computeFee(ctx, length, info, tip)
      ensureCanPay(ctx, alpha, { who, call, fee })
      return { valid: { priority }, state: { who, fee, withdrawn: { type: 'Nothing' } } }
    },
    prepare(ctx, { call }, state) {
      return state && { ...state, withdrawn: withdrawFee(ctx, alpha, { ...state, call }) }
    },
    post_dispatch(ctx, tx, state, { post }) {
      if (state === undefined) return innerWeight
      const { who, withdrawn } = state
      const tip = tx.explicit
      const actual_fee = computeActualFee(ctx, tx, post, tip)
      settleFee(ctx, alpha, withdrawn, { who, fee: actual_fee })
      ctx.deposit(events.TransactionFeePaid({ who, actual_fee, tip }))
      return undefined
    },
  }
}
