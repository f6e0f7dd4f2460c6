// Sums, products and quotients of fixed-point bits.

import type { Layout } from './fixed.ts'

/** Arithmetic over the bits of one fixed-point type. */
export interface Arithmetic<T extends bigint> {
  /** `saturating_add` */
  readonly add: (a: T, b: T) => T
  /** `saturating_sub` */
  readonly sub: (a: T, b: T) => T
  /** `saturating_mul`: the product is floored, also below zero. */
  readonly mul: (a: T, b: T) => T
  /** `saturating_div`: the quotient is truncated toward zero; throws RangeError when `b` is 0. */
  readonly div: (a: T, b: T) => T
  /** `saturating_neg` */
  readonly neg: (a: T) => T
  /** `saturating_abs` */
  readonly abs: (a: T) => T
  readonly checkedAdd: (a: T, b: T) => T | undefined
  readonly checkedSub: (a: T, b: T) => T | undefined
  readonly checkedMul: (a: T, b: T) => T | undefined
  /** Undefined when `b` is 0 and when the quotient does not fit. */
  readonly checkedDiv: (a: T, b: T) => T | undefined
  readonly checkedNeg: (a: T) => T | undefined
  /** The operator `+` of a release build: wraps. */
  readonly wrappingAdd: (a: T, b: T) => T
  /** The operator `-` of a release build: wraps. */
  readonly wrappingSub: (a: T, b: T) => T
  /** The operator `*` of a release build: wraps. */
  readonly wrappingMul: (a: T, b: T) => T
  /** Quotient; 0 when `b` is 0 **and when the quotient does not fit**. */
  readonly safeDiv: (a: T, b: T) => T
  /** Quotient; `otherwise` when `b` is 0 and when the quotient does not fit. */
  readonly safeDivOr: (a: T, b: T, otherwise: T) => T
}

/**
 * The arithmetic of one type.
 *
 * units   raw bits in and out
 * refuses nothing; `div` throws RangeError on a zero divisor, where the Rust crate panics
 * source  encointer/substrate-fixed src/arith.rs MulDivOverflow, src/macros_frac.rs;
 *         opentensor/subtensor primitives/safe-math/src/lib.rs FixedExt
 */
export function arithmetic(layout: Layout): Arithmetic<bigint> {
  return layout.signed
    ? { ...saturating(layout), ...checked(layout), ...wrapping(layout) }
    : { ...saturatingUnsigned(layout), ...checked(layout), ...wrapping(layout) }
}

type Saturating = Pick<Arithmetic<bigint>, 'add' | 'sub' | 'mul' | 'div' | 'neg' | 'abs'>
type Checked = Omit<Arithmetic<bigint>, keyof Saturating | keyof Wrapping>
type Wrapping = Pick<Arithmetic<bigint>, 'wrappingAdd' | 'wrappingSub' | 'wrappingMul'>

function saturating({ frac, MIN, MAX }: Layout): Saturating {
  const shift = BigInt(frac)
  const clamp = (x: bigint) => (x > MAX ? MAX : x < MIN ? MIN : x)
  return {
    add: (a, b) => clamp(a + b),
    sub: (a, b) => clamp(a - b),
    mul: (a, b) => clamp((a * b) >> shift),
    div: (a, b) => clamp((a << shift) / b),
    neg: (a) => clamp(-a),
    abs: (a) => (a < 0n ? clamp(-a) : a),
  }
}

/** As `saturating`, without the comparisons that cannot hold for an unsigned type. */
function saturatingUnsigned({ frac, MAX }: Layout): Saturating {
  const shift = BigInt(frac)
  const clamp = (x: bigint) => (x > MAX ? MAX : x)
  return {
    add: (a, b) => clamp(a + b),
    sub: (a, b) => (a > b ? a - b : 0n),
    mul: (a, b) => clamp((a * b) >> shift),
    div: (a, b) => clamp((a << shift) / b),
    neg: () => 0n,
    abs: (a) => a,
  }
}

function checked({ frac, MIN, MAX }: Layout): Checked {
  const shift = BigInt(frac)
  const fit = (x: bigint) => (x > MAX || x < MIN ? undefined : x)
  return {
    checkedAdd: (a, b) => fit(a + b),
    checkedSub: (a, b) => fit(a - b),
    checkedMul: (a, b) => fit((a * b) >> shift),
    checkedDiv: (a, b) => (b === 0n ? undefined : fit((a << shift) / b)),
    checkedNeg: (a) => fit(-a),
    safeDiv(a, b) {
      if (b === 0n) return 0n
      const q = (a << shift) / b
      return q > MAX || q < MIN ? 0n : q
    },
    safeDivOr(a, b, otherwise) {
      if (b === 0n) return otherwise
      const q = (a << shift) / b
      return q > MAX || q < MIN ? otherwise : q
    },
  }
}

function wrapping({ bits, frac, signed }: Layout): Wrapping {
  const shift = BigInt(frac)
  const wrap = signed
    ? (x: bigint) => BigInt.asIntN(bits, x)
    : (x: bigint) => BigInt.asUintN(bits, x)
  return {
    wrappingAdd: (a, b) => wrap(a + b),
    wrappingSub: (a, b) => wrap(a - b),
    wrappingMul: (a, b) => wrap((a * b) >> shift),
  }
}
