/** Sums of a batch, and the two tokens in terms of each other. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import * as errors from './errors.ts'
import type { OrderSide } from './types.ts'

/** What all parts of a batch's execution need to know. Sums are u128. */
export interface Batch {
  readonly netuid: NetUid
  /** TAO for one alpha. */
  readonly price: f.U64F64
  /** TAO that is to be traded for alpha. */
  readonly buyNet: bigint
  /** Alpha that is to be traded for TAO, and what it is worth. */
  readonly sellNet: bigint
  readonly sellTao: bigint
  /** The larger side. */
  readonly side: OrderSide
  /** The pallet's own position, through which everything goes. */
  readonly own: { readonly coldkey: f.AccountId; readonly hotkey: f.AccountId }
}

/** The low 64 bits, as the `as` of Rust takes them. */
export const u64 = (n: bigint): bigint => BigInt.asUintN(64, n)

/**
 * Alpha for TAO at a price; none for free.
 *
 * refuses ArithmeticOverflow
 */
export function taoToAlpha(tao: bigint, price: f.U64F64): bigint {
  if (price === 0n) return 0n
  const alpha = f.U64F64.checkedDiv(f.U64F64.fromInt(tao), price)
  f.ensure(alpha !== undefined, errors.ArithmeticOverflow)
  return f.U64F64.toU128(alpha)
}

/** TAO for alpha at a price. */
export const alphaToTao = (alpha: bigint, price: f.U64F64): bigint =>
  f.U64F64.toU128(f.U64F64.mul(price, f.U64F64.fromInt(alpha)))
