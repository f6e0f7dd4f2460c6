// Proportions between 0 and 1 as parts of a fixed whole.

import type { Flavor } from '../codec/codec.ts'

/** Parts are a number where they fit in 32 bits, a bigint otherwise, as their codec has them. */
type Parts = number | bigint

/** A proportion type: the functions over its parts. Compare parts as plain numbers. */
export interface PerThing<P extends Parts> {
  readonly name: string
  /** How many parts make one. */
  readonly ACCURACY: P
  readonly ZERO: P
  readonly ONE: P
  /** Parts, at most one. */
  readonly fromParts: (parts: P) => P
  /** `percent` / 100, at most one. */
  readonly fromPercent: (percent: number) => P
  /** `p / q` floored; one when p > q and when q = 0. */
  readonly fromRational: (p: Parts, q: Parts) => P
  /** The operator `*` with an integer: nearest, ties **down**. */
  readonly mul: (parts: P, amount: bigint) => bigint
  readonly mulFloor: (parts: P, amount: bigint) => bigint
  readonly mulCeil: (parts: P, amount: bigint) => bigint
  /** Product of two proportions, floored. */
  readonly product: (a: P, b: P) => P
  /** Sum of two proportions, at most one. */
  readonly add: (a: P, b: P) => P
  /** Difference of two proportions, at least zero. */
  readonly sub: (a: P, b: P) => P
  /** What is missing to one. */
  readonly leftFromOne: (parts: P) => P
}

/**
 * Makes a proportion type; `wrap` gives its parts the primitive of the codec.
 *
 * refuses nothing
 * source  paritytech/polkadot-sdk substrate/primitives/arithmetic/src/per_things.rs
 */
function perThing<P extends Parts>(
  name: string,
  whole: bigint,
  wrap: (parts: bigint) => P,
): PerThing<P> {
  const clamp = (parts: bigint) => wrap(parts > whole ? whole : parts < 0n ? 0n : parts)
  const rational = (p: bigint, q: bigint) => wrap(q === 0n || p > q ? whole : (whole * p) / q)
  return Object.freeze<PerThing<P>>({
    name,
    ACCURACY: wrap(whole),
    ZERO: wrap(0n),
    ONE: wrap(whole),
    fromParts: (parts) => clamp(BigInt(parts)),
    fromPercent: (percent) => clamp((BigInt(percent) * whole) / 100n),
    fromRational: (p, q) => rational(BigInt(p), BigInt(q)),
    mul(parts, amount) {
      const scaled = BigInt(parts) * amount
      const floor = scaled / whole
      return scaled - floor * whole > whole / 2n ? floor + 1n : floor
    },
    mulFloor: (parts, amount) => (BigInt(parts) * amount) / whole,
    mulCeil: (parts, amount) => (BigInt(parts) * amount + whole - 1n) / whole,
    product: (a, b) => clamp((BigInt(a) * BigInt(b)) / whole),
    add: (a, b) => clamp(BigInt(a) + BigInt(b)),
    sub: (a, b) => clamp(BigInt(a) - BigInt(b)),
    leftFromOne: (parts) => clamp(whole - BigInt(parts)),
  })
}

/** Parts of 100, a u8. */
export type PercentParts = Flavor<number, 'Percent'>
/** Parts of 65535, a u16. */
export type PerU16Parts = Flavor<number, 'PerU16'>
/** Parts of 10⁶, a u32. */
export type PermillParts = Flavor<number, 'Permill'>
/** Parts of 10⁹, a u32. */
export type PerbillParts = Flavor<number, 'Perbill'>
/** Parts of 10¹⁸, a u64. */
export type PerquintillParts = Flavor<bigint, 'Perquintill'>

export const percent = perThing<PercentParts>('Percent', 100n, Number)
export const perU16 = perThing<PerU16Parts>('PerU16', 65_535n, Number)
export const permill = perThing<PermillParts>('Permill', 1_000_000n, Number)
export const perbill = perThing<PerbillParts>('Perbill', 1_000_000_000n, Number)
export const perquintill = perThing<PerquintillParts>('Perquintill', 10n ** 18n, (parts) => parts)
