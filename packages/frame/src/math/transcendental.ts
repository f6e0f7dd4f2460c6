// Roots, logarithms, exponentials and powers of fixed point, bit for bit as the Rust crate computes them.
// A failure of the crate (`Err`) is `undefined` here.

import type { Fixed, Layout } from './fixed.ts'

/** The crate keeps its constants with 23 fraction bits, whatever the type in use. */
const CONSTANT: Layout = {
  name: 'I9F23',
  bits: 32,
  frac: 23,
  signed: true,
  MIN: -(1n << 31n),
  MAX: (1n << 31n) - 1n,
  ZERO: 0n,
  ONE: 1n << 23n,
}
const E = 22802600n
const LOG2_E = 12102203n

/**
 * Square root by Newton's method from `x / 2 + 1`; below one it is the reciprocal of the root of the reciprocal.
 *
 * refuses a negative `x` and a reciprocal that does not fit: undefined
 * source  encointer/substrate-fixed src/transcendental.rs sqrt
 */
export function sqrt<T extends bigint>(type: Fixed<T>, x: NoInfer<T>): T | undefined {
  if (x < 0n) return undefined
  if (x === 0n || x === type.ONE) return x
  if (x > type.ONE) return newton(type, x)
  const inverse = type.checkedDiv(type.ONE, x)
  return inverse === undefined ? undefined : type.checkedDiv(type.ONE, newton(type, inverse))
}

/** The root of `x` > 1. */
function newton<T extends bigint>(type: Fixed<T>, x: T): T {
  const shift = BigInt(type.frac)
  const scaled = x << shift
  let root = (x >> 1n) + type.ONE
  for (let i = 0; i < type.frac; i++) {
    const next: bigint = (root + scaled / root) >> 1n
    if (next === root) break
    root = next
  }
  return root as T
}

/** Half of `x`, half a unit rounded up. */
const halve = (x: bigint) => (x >> 1n) + (x & 1n)

/**
 * Logarithm to base 2.
 *
 * refuses x ≤ 0 and a reciprocal that does not fit: undefined
 * source  encointer/substrate-fixed src/transcendental.rs log2, log2_inner
 */
export function log2<T extends bigint>(type: Fixed<T>, x: NoInfer<T>): T | undefined {
  if (x <= 0n) return undefined
  if (x >= type.ONE) return log2FromOne(type, x)
  const inverse = type.checkedDiv(type.ONE, x)
  return inverse === undefined ? undefined : type.neg(log2FromOne(type, inverse))
}

/** The logarithm of `x` ≥ 1: one result bit for each squaring. */
function log2FromOne<T extends bigint>(type: Fixed<T>, operand: T): T {
  const shift = BigInt(type.frac)
  const two = type.ONE << 1n
  let x: bigint = operand
  let result = 0n
  while (x >= two) {
    result += 1n
    x = halve(x)
  }
  if (x === type.ONE) return (result << shift) as T
  for (let i = 0; i < type.frac; i++) {
    x = (x * x) >> shift
    result <<= 1n
    if (x >= two) {
      result |= 1n
      x = halve(x)
    }
  }
  return result as T
}

/**
 * Natural logarithm: log2 over a log2(e) of 23 fraction bits, so about seven digits are right.
 *
 * refuses x ≤ 0 and a reciprocal that does not fit: undefined
 * source  encointer/substrate-fixed src/transcendental.rs ln
 */
export function ln<T extends bigint>(type: Fixed<T>, x: NoInfer<T>): T | undefined {
  const binary = log2(type, x)
  return binary === undefined ? undefined : type.div(binary, type.from(CONSTANT, LOG2_E))
}

/**
 * e^x by `frac - 1` terms of its series, so a large result comes out low; below zero it is the reciprocal.
 *
 * refuses an overflow on the way: undefined
 * source  encointer/substrate-fixed src/transcendental.rs exp
 */
export function exp<T extends bigint>(type: Fixed<T>, x: NoInfer<T>): T | undefined {
  if (x === 0n) return type.ONE
  if (x === type.ONE) return type.from(CONSTANT, E)
  const magnitude = x < 0n ? type.checkedNeg(x) : x
  const sum = magnitude === undefined ? undefined : expSeries(type, magnitude)
  return x >= 0n || sum === undefined ? sum : type.checkedDiv(type.ONE, sum)
}

/** The series of e^x for x > 0; each step multiplies, then divides. */
function expSeries<T extends bigint>(type: Fixed<T>, x: T): T | undefined {
  const shift = BigInt(type.frac)
  const { MAX } = type
  let sum: bigint = x + type.ONE
  if (sum > MAX) return undefined
  let term: bigint = x
  for (let i = 2; i < type.frac; i++) {
    const product = (term * x) >> shift
    if (product > MAX) return undefined
    term = product / BigInt(i)
    // A term of 0 stays 0.
    if (term === 0n) break
    sum += term
    if (sum > MAX) return undefined
  }
  return sum as T
}

/**
 * `base` to a fixed-point power, exp(exponent · ln base).
 *
 * refuses a negative base and an overflow on the way: undefined
 * source  encointer/substrate-fixed src/transcendental.rs pow
 */
export function pow<T extends bigint>(
  type: Fixed<T>,
  base: NoInfer<T>,
  exponent: NoInfer<T>,
): T | undefined {
  if (base === 0n) return type.ZERO
  if (exponent === 0n) return type.ONE
  if (exponent === type.ONE) return base
  const logarithm = ln(type, base)
  if (logarithm === undefined) return undefined
  const product = type.checkedMul(logarithm, exponent)
  return product === undefined ? undefined : exp(type, product)
}

/**
 * `base` to an integer power by repeated multiplication.
 *
 * units   `exponent` is an i32
 * refuses an overflow on the way: undefined
 * source  encointer/substrate-fixed src/transcendental.rs powi
 */
export function powi<T extends bigint>(
  type: Fixed<T>,
  base: NoInfer<T>,
  exponent: number,
): T | undefined {
  if (base === 0n) return type.ZERO
  if (exponent === 0) return type.ONE
  let result: T | undefined = base
  // |-2^31| wraps to -2^31 in the crate, so that exponent multiplies nothing.
  const steps = exponent === -0x80000000 ? 0 : Math.abs(exponent)
  for (let i = 1; i < steps; i++) {
    result = type.checkedMul(result, base)
    if (result === undefined) return undefined
  }
  return exponent < 0 ? type.checkedDiv(type.ONE, result) : result
}
