// The fixed-point types that subtensor names.

import type { Flavor } from '../codec/codec.ts'
import { fixed } from './fixed.ts'

/** 64 bits, signed, 32 of them fraction: consensus values. */
export type I32F32 = Flavor<bigint, 'I32F32'>
/** 64 bits, unsigned, 32 of them fraction. */
export type U32F32 = Flavor<bigint, 'U32F32'>
/** 128 bits, signed, 64 of them fraction. */
export type I64F64 = Flavor<bigint, 'I64F64'>
/** 128 bits, unsigned, 64 of them fraction: prices and shares. */
export type U64F64 = Flavor<bigint, 'U64F64'>
/** 128 bits, signed, 32 of them fraction: amounts of money. */
export type I96F32 = Flavor<bigint, 'I96F32'>
/** 128 bits, unsigned, 32 of them fraction: amounts of money. */
export type U96F32 = Flavor<bigint, 'U96F32'>
/** 128 bits, signed, 18 of them fraction. */
export type I110F18 = Flavor<bigint, 'I110F18'>
/** 128 bits, unsigned, 18 of them fraction. */
export type U110F18 = Flavor<bigint, 'U110F18'>
/** 128 bits, unsigned, 16 of them fraction. */
export type U112F16 = Flavor<bigint, 'U112F16'>
/** 128 bits, unsigned, 53 of them fraction. */
export type U75F53 = Flavor<bigint, 'U75F53'>
/** 128 bits, unsigned, 60 of them fraction. */
export type U68F60 = Flavor<bigint, 'U68F60'>

export const I32F32 = fixed<I32F32>('I32F32', 64, 32, true)
export const U32F32 = fixed<U32F32>('U32F32', 64, 32, false)
export const I64F64 = fixed<I64F64>('I64F64', 128, 64, true)
export const U64F64 = fixed<U64F64>('U64F64', 128, 64, false)
export const I96F32 = fixed<I96F32>('I96F32', 128, 32, true)
export const U96F32 = fixed<U96F32>('U96F32', 128, 32, false)
export const I110F18 = fixed<I110F18>('I110F18', 128, 18, true)
export const U110F18 = fixed<U110F18>('U110F18', 128, 18, false)
export const U112F16 = fixed<U112F16>('U112F16', 128, 16, false)
export const U75F53 = fixed<U75F53>('U75F53', 128, 53, false)
export const U68F60 = fixed<U68F60>('U68F60', 128, 60, false)
