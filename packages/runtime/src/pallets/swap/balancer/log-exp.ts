// Logarithm and exponential series over big binary fractions, rounded where upstream rounds.
//
// A value v stands for v / 2^(bits + GUARD). Quotients go toward minus infinity.

import { bitLength } from './integer-root.ts'

/** Bits computed beyond the asked precision. */
const GUARD = 24
const GUARD_FACTOR = 1n << BigInt(GUARD)
/** The least precision, whatever is asked. */
export const PRECISION_FLOOR = 32

/** Terms a series may have. */
const maxTerms = (bits: number): number => Math.min(4096, bits + GUARD + 128)

/** Drops the guard bits: nearest, ties away from zero. */
export function roundGuard(value: bigint): bigint {
  const half = GUARD_FACTOR >> 1n
  return value < 0n ? -((half - value) >> BigInt(GUARD)) : (value + half) >> BigInt(GUARD)
}

/** Quotient toward minus infinity by a positive number. */
export function floorDiv(a: bigint, b: bigint): bigint {
  return a < 0n ? -((b - 1n - a) / b) : a / b
}

/** Below this a term no longer changes the rounded sum, and the series ends after it. */
const negligible = (term: bigint): boolean => term < GUARD_FACTOR && term > -GUARD_FACTOR

/**
 * ln(1 + z) = z - z²/2 + z³/3 …
 *
 * source  sam0x17/safe-bigmath src/integer.rs ln1p_fixed
 */
function logSeries(z: bigint, bits: number): bigint {
  const shift = BigInt(bits + GUARD)
  const last = maxTerms(bits)
  let power = z
  let sum = z
  for (let n = 2; n <= last; n++) {
    power = (power * z) >> shift
    const term = floorDiv(power, BigInt(n))
    sum += n % 2 === 0 ? -term : term
    // Also where the power is 0: then so is the term, and the sum stands.
    if (negligible(term)) break
  }
  return sum
}

/**
 * e^x = 1 + x + x²/2 … without bringing x into range first.
 *
 * source  sam0x17/safe-bigmath src/integer.rs exp_fixed
 */
export function expSeries(x: bigint, bits: number): bigint {
  const shift = BigInt(bits + GUARD)
  const last = maxTerms(bits)
  let term = 1n << shift
  let sum = term
  for (let n = 1; n <= last; n++) {
    term = floorDiv((term * x) >> shift, BigInt(n))
    sum += term
    if (negligible(term)) break
  }
  return sum
}

/** ln 2 by precision; pools ask for two of them. */
const logsOfTwo = new Map<number, bigint>()

function logOfTwo(bits: number): bigint {
  const known = logsOfTwo.get(bits)
  if (known !== undefined) return known
  const logarithm = -logSeries(-(1n << BigInt(bits + GUARD - 1)), bits)
  logsOfTwo.set(bits, logarithm)
  return logarithm
}

/** ln of a positive integer: a mantissa in [¾, 1½) and a multiple of ln 2. */
function log(value: bigint, bits: number): bigint {
  const point = BigInt(bits + GUARD)
  const one = 1n << point
  let shift = bitLength(value) - 1
  let mantissa = (value << point) >> BigInt(shift)
  if (mantissa >= one + (one >> 1n)) {
    mantissa >>= 1n
    shift += 1
  }
  return logSeries(mantissa - one, bits) + logOfTwo(bits) * BigInt(shift)
}

/**
 * ln(a / b) of two positive integers.
 *
 * source  sam0x17/safe-bigmath src/integer.rs ln_biguint
 */
export function logRatio(a: bigint, b: bigint, bits: number): bigint {
  return log(a, bits) - log(b, bits)
}
