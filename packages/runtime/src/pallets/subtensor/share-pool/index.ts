// Share pools of stake: floats of 21 digits and the pool over a narrow storage interface.

export type { SafeFloat } from './safe-float.ts'
export * as safeFloat from './safe-float.ts'
export * from './share-pool.ts'
