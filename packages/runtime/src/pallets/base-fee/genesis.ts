/** Price of gas in the first state. */
import type * as f from '@taonet/frame'
import * as storage from './storage.ts'

export const DEFAULT_BASE_FEE_WEI = 20_000_000_000n
/** Parts of a million by which the price changes at most in a block. */
const DEFAULT_ELASTICITY = 125_000

export function genesis(ctx: f.Context): void {
  storage.BaseFeePerGas.set(ctx, DEFAULT_BASE_FEE_WEI)
  storage.Elasticity.set(ctx, DEFAULT_ELASTICITY)
}
