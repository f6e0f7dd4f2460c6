/** Nonces and fees. */
import * as f from '@taonet/frame'
import {
  lengthToFee,
  queryCallFeeDetails,
  queryCallInfo,
  queryFeeDetails,
  queryInfo,
  weightToFee,
} from '../pallets/transaction-payment/index.ts'
import { FeeDetails, RuntimeDispatchInfo } from '../pallets/transaction-payment/types.ts'

export const AccountNonceApi = f.api('AccountNonceApi', 1, {
  account_nonce: f.method(
    { account: f.AccountId },
    f.u32,
    (ctx, { account }) => f.system.storage.Account.get(ctx, account).nonce,
  ),
})

const conversions = {
  query_weight_to_fee: f.method({ weight: f.Weight }, f.u64, (ctx, { weight }) =>
    weightToFee(ctx, weight),
  ),
  query_length_to_fee: f.method({ length: f.u32 }, f.u64, (_, { length }) => lengthToFee(length)),
}

export const TransactionPaymentApi = f.api('TransactionPaymentApi', 4, {
  query_info: f.method(
    { uxt: f.UncheckedExtrinsic, len: f.u32 },
    RuntimeDispatchInfo,
    (ctx, { uxt, len }) => queryInfo(ctx, uxt, len),
  ),
  query_fee_details: f.method(
    { uxt: f.UncheckedExtrinsic, len: f.u32 },
    FeeDetails,
    (ctx, { uxt, len }) => queryFeeDetails(ctx, uxt, len),
  ),
  ...conversions,
})

export const TransactionPaymentCallApi = f.api('TransactionPaymentCallApi', 3, {
  query_call_info: f.method(
    { call: f.RuntimeCall, len: f.u32 },
    RuntimeDispatchInfo,
    (ctx, { call, len }) => queryCallInfo(ctx, call, len),
  ),
  query_call_fee_details: f.method(
    { call: f.RuntimeCall, len: f.u32 },
    FeeDetails,
    (ctx, { call, len }) => queryCallFeeDetails(ctx, call, len),
  ),
  ...conversions,
})
