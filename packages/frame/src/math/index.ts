// Exact arithmetic: fixed point, parts per unit, saturating integers.

export * from './fixed.ts'
export * from './fixed-types.ts'
export type { Flavor } from './flavor.ts'
export * from './integers.ts'
