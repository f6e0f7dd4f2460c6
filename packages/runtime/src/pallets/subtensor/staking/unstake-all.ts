/** Unstaking from every subnet at once. */
import * as f from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { MAX_PRICE, MIN_PRICE } from '../../swap/swap.ts'
import { HotKeyAccountNotExists } from '../errors.ts'
import { SubtokenEnabled } from '../storage.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import { hotkeyAccountExists } from './accounts.ts'
import { clearSmallNominationIfRequired } from './nominations.ts'
import type { Claimant } from './root-claims/rates.ts'
import { getStake } from './stake.ts'
import { stakeIntoSubnet } from './stake-into-subnet.ts'
import { unstakeFromSubnet } from './unstake-from-subnet.ts'
import { validateRemoveStake } from './validate-remove.ts'

/** Unstakes where it is possible on the given subnets; gives the TAO it brought. */
function unstakeWherePossible(ctx: f.Context, keys: Claimant, netuids: readonly NetUid[]): Tao {
  let total = 0n
  for (const netuid of netuids) {
    if (!SubtokenEnabled.get(ctx, netuid)) continue
    const position = { ...keys, netuid }
    const alpha = getStake(ctx, position)
    const bounds = { amount: alpha, maxAmount: alpha, allowPartial: false }
    if (!succeeds(() => validateRemoveStake(ctx, position, bounds))) continue
    const unstaking = { alpha, priceLimit: MIN_PRICE, dropFees: false }
    total = f.satU64.add(total, unstakeFromSubnet(ctx, position, unstaking))
    clearSmallNominationIfRequired(ctx, position)
  }
  return total
}

/**
 * Unstakes a coldkey's stake at a hotkey on all subnets, root included; positions that cannot be unstaked stay.
 *
 * refuses HotKeyAccountNotExists, and what a sale refuses after all
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs do_unstake_all
 */
export function unstakeAll(ctx: f.Context, keys: Claimant): void {
  f.ensure(hotkeyAccountExists(ctx, keys.hotkey), HotKeyAccountNotExists)
  unstakeWherePossible(ctx, keys, getAllSubnetNetuids(ctx))
}

/**
 * Unstakes a coldkey's stake at a hotkey on all subnets but root, and stakes the TAO on root.
 *
 * refuses HotKeyAccountNotExists, AmountTooLow when nothing was unstaked, and what a sale refuses
 * source  opentensor/subtensor pallets/subtensor/src/staking/remove_stake.rs do_unstake_all_alpha
 */
export function unstakeAllAlpha(ctx: f.Context, keys: Claimant): void {
  f.ensure(hotkeyAccountExists(ctx, keys.hotkey), HotKeyAccountNotExists)
  const others = getAllSubnetNetuids(ctx).filter((netuid) => netuid !== ROOT)
  const tao = unstakeWherePossible(ctx, keys, others)
  stakeIntoSubnet(ctx, { ...keys, netuid: ROOT }, tao, { priceLimit: MAX_PRICE, dropFees: false })
}
