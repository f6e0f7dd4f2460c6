/** What a transaction costs. All amounts are rao. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'
import type { FeeDetails, RuntimeDispatchInfo } from './types.ts'

/** Parts of 10^18 that make a multiplier of one. */
const ONE = 1_000_000_000_000_000_000n
/** Picoseconds of weight for one rao. */
const REF_TIME_PER_RAO = 2000n

/** 0.0005 rao for each picosecond, to the nearest rao, halves down; no more than a block is counted. */
export function weightToFee(ctx: f.Context, weight: f.Weight): bigint {
  const { max_block } = f.system.constants.BlockWeights.get(ctx)
  const { ref_time } = f.minWeight(weight, max_block)
  return (ref_time + REF_TIME_PER_RAO / 2n - 1n) / REF_TIME_PER_RAO
}

/** One rao for each byte. */
export const lengthToFee = (length: number): bigint => BigInt(length)

/** What is charged for, and how. */
export interface Charge {
  readonly length: number
  readonly weight: f.Weight
  readonly tip: bigint
  readonly pays_fee: f.Pays
  readonly class: f.DispatchClass
}

/** source  polkadot-sdk substrate/frame/transaction-payment/src/lib.rs compute_fee_raw */
export function feeDetails(ctx: f.Context, charge: Charge): FeeDetails {
  const { tip } = charge
  if (charge.pays_fee === 'No') return { inclusion_fee: undefined, tip }
  const { per_class } = f.system.constants.BlockWeights.get(ctx)
  const multiplier = storage.NextFeeMultiplier.get(ctx)
  const weightFee = (weightToFee(ctx, charge.weight) * multiplier) / ONE
  return {
    inclusion_fee: {
      base_fee: weightToFee(ctx, f.system.ofClass(per_class, charge.class).base_extrinsic),
      len_fee: lengthToFee(charge.length),
      adjusted_weight_fee: f.satU64.clamp(weightFee),
    },
    tip,
  }
}

export function finalFee({ inclusion_fee, tip }: FeeDetails): bigint {
  if (inclusion_fee === undefined) return tip
  const { base_fee, len_fee, adjusted_weight_fee } = inclusion_fee
  return f.satU64.clamp(base_fee + len_fee + adjusted_weight_fee + tip)
}

const announced = (info: f.DispatchInfo, length: number, tip: bigint): Charge => ({
  length,
  weight: f.totalWeight(info),
  tip,
  pays_fee: info.pays_fee,
  class: info.class,
})

/** The fee that a call's announcement comes to. */
export const computeFee = (
  ctx: f.Context,
  length: number,
  info: f.DispatchInfo,
  tip: bigint,
): bigint => finalFee(feeDetails(ctx, announced(info, length, tip)))

/** The fee by what the call really used. */
export function computeActualFee(
  ctx: f.Context,
  { info, length }: Pick<f.BareTransaction, 'info' | 'length'>,
  post: f.PostInfo,
  tip: bigint,
): bigint {
  const weight = f.actualWeight(post, info)
  const pays_fee = f.paysFee(post, info)
  return finalFee(feeDetails(ctx, { length, weight, tip, pays_fee, class: info.class }))
}

/** For the runtime API: a call's cost, as if it came in `length` bytes of transaction. */
export function queryCallInfo(
  ctx: f.Context,
  call: f.CallValue,
  length: number,
): RuntimeDispatchInfo {
  const info = f.dispatchInfo(ctx, call)
  const partial_fee = computeFee(ctx, length, info, 0n)
  return { weight: f.totalWeight(info), class: info.class, partial_fee }
}

export const queryCallFeeDetails = (
  ctx: f.Context,
  call: f.CallValue,
  length: number,
): FeeDetails => feeDetails(ctx, announced(f.dispatchInfo(ctx, call), length, 0n))

/** For the runtime API: a transaction's cost; what nobody signed costs nothing. */
export function queryInfo(
  ctx: f.Context,
  { preamble, call }: f.Extrinsic,
  length: number,
): RuntimeDispatchInfo {
  const info = queryCallInfo(ctx, call, length)
  return preamble.type === 'Bare' ? { ...info, partial_fee: 0n } : info
}

export const queryFeeDetails = (
  ctx: f.Context,
  { preamble, call }: f.Extrinsic,
  length: number,
): FeeDetails =>
  preamble.type === 'Bare'
    ? { inclusion_fee: undefined, tip: 0n }
    : queryCallFeeDetails(ctx, call, length)
