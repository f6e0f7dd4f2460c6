// The arithmetic on its own, so that tests can hold it against frame's.

import { expSafe } from './exp.ts'
import { I32F32 } from './fixed.ts'

export function add(a: i64, b: i64): i64 {
  return I32F32.add(a, b)
}

export function sub(a: i64, b: i64): i64 {
  return I32F32.sub(a, b)
}

export function mul(a: i64, b: i64): i64 {
  return I32F32.mul(a, b)
}

export function safeDiv(a: i64, b: i64): i64 {
  return I32F32.safeDiv(a, b)
}

export function inverse(x: i64): i64 {
  return I32F32.inverse(x)
}

export function toU16(x: i64): u16 {
  return I32F32.toU16(x)
}

export { expSafe }
