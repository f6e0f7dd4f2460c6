// The exponential series, term by term as the fixed-point library sums it.

import { I32F32 } from './fixed.ts'

const LIMIT: i64 = 20 << 32
const EIGHT: i64 = 8 << 32
/** e with 23 fraction bits, as the library has it. */
const E: i64 = 22802600 << 9

/** e^x with x kept within ±20. */
export function expSafe(x: i64): i64 {
  if (x === 0) return I32F32.ONE
  if (x === I32F32.ONE) return E
  return x > 0 ? series(min(x, LIMIT)) : I32F32.inverse(series(-max(x, -LIMIT)))
}

/** `1 + x + x^2/2! + … + x^31/31!` for 0 < x <= 20: each term is a floored product, then a truncated quotient. */
function series(x: i64): i64 {
  if (x < EIGHT) return Series.sum(x)
  let term = x
  let sum = x + I32F32.ONE
  for (let k = 2; k < 32; k++) {
    term = I32F32.mul(term, x) / k
    sum += term
  }
  return sum
}

class Series {
  /**
   * `term * x / 2^32 / k` for x < 8 in two products: with `term = high * 2^29 + low` the numerator is
   * `high * x + low * x / 2^29`, and `low * x` stays below 2^64. A constant `k` leaves no division in machine code.
   */
  @inline
  static next(term: i64, x: i64, k: u64): i64 {
    const numerator = (term >>> 29) * x + (((term & 0x1fffffff) * x) >>> 29)
    return <i64>(<u64>numerator / (8 * k))
  }

  /** The sum for x < 8. Terms after one of 0 are 0. */
  static sum(x: i64): i64 {
    let term = x
    let sum = x + I32F32.ONE
    term = Series.next(term, x, 2)
    sum += term
    term = Series.next(term, x, 3)
    sum += term
    term = Series.next(term, x, 4)
    sum += term
    term = Series.next(term, x, 5)
    sum += term
    term = Series.next(term, x, 6)
    sum += term
    term = Series.next(term, x, 7)
    sum += term
    term = Series.next(term, x, 8)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 9)
    sum += term
    term = Series.next(term, x, 10)
    sum += term
    term = Series.next(term, x, 11)
    sum += term
    term = Series.next(term, x, 12)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 13)
    sum += term
    term = Series.next(term, x, 14)
    sum += term
    term = Series.next(term, x, 15)
    sum += term
    term = Series.next(term, x, 16)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 17)
    sum += term
    term = Series.next(term, x, 18)
    sum += term
    term = Series.next(term, x, 19)
    sum += term
    term = Series.next(term, x, 20)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 21)
    sum += term
    term = Series.next(term, x, 22)
    sum += term
    term = Series.next(term, x, 23)
    sum += term
    term = Series.next(term, x, 24)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 25)
    sum += term
    term = Series.next(term, x, 26)
    sum += term
    term = Series.next(term, x, 27)
    sum += term
    term = Series.next(term, x, 28)
    sum += term
    if (term === 0) return sum
    term = Series.next(term, x, 29)
    sum += term
    term = Series.next(term, x, 30)
    sum += term
    term = Series.next(term, x, 31)
    sum += term
    return sum
  }
}
