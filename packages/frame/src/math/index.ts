// Exact arithmetic: fixed point, parts per unit, saturating integers.

export type { Flavor } from '../codec/codec.ts'
export type { Fixed, Layout } from './fixed.ts'
export { fixed } from './fixed.ts'
export * from './fixed-ext.ts'
export * from './fixed-types.ts'
export { type FixedU128Parts, fixedU128 } from './fixed-u128.ts'
export * from './integers.ts'
export * from './per-thing.ts'
export * from './q32.ts'
export * from './safe-functions.ts'
export * from './transcendental.ts'
