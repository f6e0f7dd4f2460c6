/** Hooks of SubtensorModule. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { currentBlock } from './clock.ts'
import { blockStep } from './coinbase/block-step.ts'
import { HotkeySwapOnSubnetInterval } from './constants.ts'
import { LastHotkeySwapOnNetuid } from './storage.ts'
import { getAllSubnetNetuids } from './subnets/exists.ts'

/** What a block step counts for, whatever it does. */
const BLOCK_STEP = f.addWeight(f.weight(110_634_229_000n), f.dbReadsWrites(8304, 110))

/**
 * Forgets hotkey swaps that no longer limit anything, one subnet in turn; gives the weight.
 *
 * source  opentensor/subtensor pallets/subtensor/src/macros/hooks.rs clean_up_hotkey_swap_records
 */
function cleanUpHotkeySwapRecords(ctx: f.Context): f.Weight {
  const now = currentBlock(ctx)
  const interval = HotkeySwapOnSubnetInterval.get(ctx)
  const netuids = getAllSubnetNetuids(ctx)
  let reads = 2 + netuids.length
  let writes = 0
  for (const netuid of interval === 0n ? [] : netuids) {
    if (BigInt(netuid) % interval !== now % interval) continue
    for (const [[, coldkey], swapped] of LastHotkeySwapOnNetuid.entries(ctx, netuid)) {
      reads++
      if (satU64.add(swapped, interval) >= now) continue
      LastHotkeySwapOnNetuid.remove(ctx, netuid, coldkey)
      writes++
    }
  }
  return f.dbReadsWrites(reads, writes)
}

export function on_initialize(ctx: f.Context): f.Weight {
  const cleaning = cleanUpHotkeySwapRecords(ctx)
  blockStep(ctx)
  return f.addWeight(BLOCK_STEP, cleaning)
}
