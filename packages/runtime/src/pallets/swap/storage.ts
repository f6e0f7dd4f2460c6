/** Storage of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Balancer } from './types.ts'

export const FeeRate = f.map([f.twox64_concat(f.u16)], f.u16, 33)

export const SwapBalancer = f.map([f.twox64_concat(f.u16)], Balancer, {
  quote: 500_000_000_000_000_000n,
})

export const PalSwapInitialized = f.map([f.twox64_concat(f.u16)], f.bool, false)

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.boundedBytes(128))], f.bool, false)

export const ScrapReservoirAlpha = f.map([f.twox64_concat(f.u16)], f.u64, 0n)
