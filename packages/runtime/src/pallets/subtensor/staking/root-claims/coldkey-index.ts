/** A dense list of coldkeys with root stake, from which blocks draw those whose dividends they pay out. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import {
  NumStakingColdkeys,
  StakingColdkeys,
  StakingColdkeysByIndex,
  StakingHotkeys,
} from '../../storage.ts'
import { ROOT } from '../../subnets/exists.ts'
import { getStake } from '../stake.ts'

/** Appends a coldkey unless it is listed. `source` staking/claim_root.rs maybe_add_coldkey_index */
export function maybeAddColdkeyIndex(ctx: f.Context, coldkey: f.AccountId): void {
  if (StakingColdkeys.has(ctx, coldkey)) return
  const count = NumStakingColdkeys.get(ctx)
  StakingColdkeysByIndex.set(ctx, count, coldkey)
  StakingColdkeys.set(ctx, coldkey, count)
  NumStakingColdkeys.set(ctx, satU64.add(count, 1n))
}

/**
 * Removes a coldkey from the list; the last one takes its place.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/claim_root.rs maybe_remove_coldkey_index
 */
export function maybeRemoveColdkeyIndex(ctx: f.Context, coldkey: f.AccountId): void {
  const index = StakingColdkeys.take(ctx, coldkey)
  if (index === undefined) return
  const count = NumStakingColdkeys.get(ctx)
  const last = count === 0n ? 0n : count - 1n
  const moved = index === last ? undefined : StakingColdkeysByIndex.take(ctx, last)
  if (moved === undefined) StakingColdkeysByIndex.remove(ctx, index)
  else {
    StakingColdkeysByIndex.set(ctx, index, moved)
    StakingColdkeys.set(ctx, moved, index)
  }
  NumStakingColdkeys.set(ctx, last)
}

/** `source` staking/claim_root.rs coldkey_has_root_stake */
export const coldkeyHasRootStake = (ctx: f.Context, coldkey: f.AccountId): boolean =>
  StakingHotkeys.get(ctx, coldkey).some(
    (hotkey) => getStake(ctx, { hotkey, coldkey, netuid: ROOT }) !== 0n,
  )
