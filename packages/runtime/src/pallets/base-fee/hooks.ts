/** Hooks of BaseFee: the price of gas follows how full blocks are. */
import * as f from '@taonet/frame'
import * as events from './events.ts'
import { DEFAULT_BASE_FEE_WEI } from './genesis.ts'
import * as storage from './storage.ts'

const { permill } = f
const U256_MAX = (1n << 256n) - 1n
const MILLION = 1_000_000n
/** How full a block is when the price stays. */
const TARGET = permill.fromParts(500_000)
const LOWEST_WEI = (DEFAULT_BASE_FEE_WEI * BigInt(TARGET)) / MILLION

/** What `on_finalize` costs. */
export const on_initialize = (): f.Weight => f.dbReadsWrites(2, 1)

/** Share of the block's time that is used, hooks included. */
function fullness(ctx: f.Context): f.PermillParts {
  const used = f.system.totalOf(f.system.storage.BlockWeight.get(ctx)).ref_time
  return permill.fromRational(used, f.system.constants.BlockWeights.get(ctx).max_block.ref_time)
}

/**
 * Moves the price by up to the elasticity: down below half-full blocks, up above.
 *
 * units   wei
 * source  polkadot-evm/frontier frame/base-fee/src/lib.rs on_finalize
 */
export function on_finalize(ctx: f.Context): void {
  const elasticity = storage.Elasticity.get(ctx)
  if (elasticity === 0) return
  const usage = fullness(ctx)
  if (usage === TARGET) return
  const distance = permill.fromParts(Math.abs(usage - TARGET) * 2)
  const share = BigInt(permill.product(elasticity, distance))
  const fee = storage.BaseFeePerGas.get(ctx)
  if (fee * share > U256_MAX) {
    ctx.deposit(events.BaseFeeOverflow({}))
    return
  }
  storage.BaseFeePerGas.set(ctx, moved(fee, (fee * share) / MILLION, usage > TARGET))
}

function moved(fee: bigint, by: bigint, isUp: boolean): bigint {
  if (isUp) return fee + by > U256_MAX ? U256_MAX : fee + by
  return fee - by >= LOWEST_WEI ? fee - by : LOWEST_WEI
}
