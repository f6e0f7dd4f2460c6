// Vectors of I32F32.

import { I32F32 } from './fixed.ts'
import { At, Put, Zeros } from './memory.ts'

/** Plain sum, which wraps around. */
export function sum(x: usize, count: i32): i64 {
  let total: i64 = 0
  for (let i = 0; i < count; i++) total += At.i64(x, i)
  return total
}

/** The vector divided by a given sum; a copy when that is 0. */
export function normalizedBy(x: usize, count: i32, total: i64): usize {
  const result = Zeros.i64(count)
  for (let i = 0; i < count; i++) {
    const value = At.i64(x, i)
    if (value !== 0) Put.i64(result, i, total === 0 ? value : I32F32.safeDiv(value, total))
  }
  return result
}

/** The vector divided by its sum; a copy when that is 0. */
export function normalized(x: usize, count: i32): usize {
  return normalizedBy(x, count, sum(x, count))
}
