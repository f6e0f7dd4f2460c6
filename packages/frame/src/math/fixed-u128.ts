// Decimal fixed point of FRAME: a u128 in units of 10⁻¹⁸, used for fee multipliers.

import type { Flavor } from '../codec/codec.ts'
import { satU128 } from './integers.ts'

/** Parts of 10¹⁸, a u128. */
export type FixedU128Parts = Flavor<bigint, 'FixedU128'>

const DIV = 10n ** 18n
const fit = (x: bigint) => (x > satU128.MAX ? undefined : x)

/**
 * Functions over the inner integer of a FixedU128. Products and quotients are truncated.
 *
 * refuses nothing; `saturatingFromRational` by 0 throws RangeError
 * source  paritytech/polkadot-sdk substrate/primitives/arithmetic/src/fixed_point.rs
 */
export const fixedU128 = Object.freeze({
  DIV,
  ZERO: 0n as FixedU128Parts,
  ONE: DIV as FixedU128Parts,
  MAX: satU128.MAX as FixedU128Parts,
  /** `saturating_from_integer` */
  fromInt: (n: bigint): FixedU128Parts => satU128.mul(n, DIV),
  /** `saturating_from_rational` */
  fromRational: (n: bigint, d: bigint): FixedU128Parts => satU128.clamp((n * DIV) / d),
  /** `checked_from_rational`: undefined when `d` is 0 and on overflow. */
  checkedFromRational: (n: bigint, d: bigint): FixedU128Parts | undefined =>
    d === 0n ? undefined : fit((n * DIV) / d),
  add: (a: FixedU128Parts, b: FixedU128Parts): FixedU128Parts => satU128.add(a, b),
  sub: (a: FixedU128Parts, b: FixedU128Parts): FixedU128Parts => satU128.sub(a, b),
  mul: (a: FixedU128Parts, b: FixedU128Parts): FixedU128Parts => satU128.clamp((a * b) / DIV),
  checkedMul: (a: FixedU128Parts, b: FixedU128Parts): FixedU128Parts | undefined =>
    fit((a * b) / DIV),
  /** Undefined when `b` is 0 and on overflow. */
  checkedDiv: (a: FixedU128Parts, b: FixedU128Parts): FixedU128Parts | undefined =>
    b === 0n ? undefined : fit((a * DIV) / b),
  /** `saturating_mul_int` of an unsigned integer of at most `max`, u128 when not given. */
  mulInt(a: FixedU128Parts, n: bigint, max: bigint = satU128.MAX): bigint {
    const product = (a * n) / DIV
    return product > max ? max : product
  },
  /** The integer at or below. */
  toInt: (a: FixedU128Parts): bigint => a / DIV,
})
