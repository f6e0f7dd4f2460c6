/** A validator's dividend, shared with the parents whose stake it works with. */
import type * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { getChildkeyTake } from '../delegation/takes.ts'
import { recycleSubnetAlpha } from '../pools/alpha.ts'
import { getOwningColdkey } from '../staking/accounts.ts'
import { getTaoWeight, proportionFactor } from '../staking/inherited-stake.ts'
import { getHotkeyStake } from '../staking/stake.ts'
import { ChildKeys, CKBurn, ParentKeys } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'

const U16_MAX = U96F32.fromInt(0xffff)
const U64_MAX = U96F32.fromInt(satU64.MAX)

/** Alpha and weighted root stake of a hotkey, times a proportion. */
function contribution(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  proportion: f.U96F32,
): f.U96F32 {
  const root = U96F32.fromInt(getHotkeyStake(ctx, hotkey, ROOT))
  const alpha = U96F32.fromInt(getHotkeyStake(ctx, hotkey, netuid))
  const weighted = U96F32.mul(U96F32.mul(root, proportion), getTaoWeight(ctx))
  return U96F32.add(U96F32.mul(alpha, proportion), weighted)
}

/**
 * Stake that a hotkey contributes itself: what it does not lend to children, in whole rao.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_self_contribution
 */
function selfContribution(ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): f.U96F32 {
  let kept: f.U96F32 = U96F32.ONE
  for (const [proportion] of ChildKeys.get(ctx, hotkey, netuid))
    kept = U96F32.sub(kept, proportionFactor(proportion))
  return U96F32.fromInt(U96F32.toU64(contribution(ctx, hotkey, netuid, kept)))
}

/** A hotkey and what it gets, rao. */
export type Dividend = readonly [hotkey: f.AccountId, alpha: Alpha]

/** Shares that a child keeps of what it earns for parents of other owners. */
interface Takes {
  readonly owner: f.AccountId
  readonly burn: f.U96F32
  readonly child: f.U96F32
}

/** What a parent gets of its part, and what the child keeps of it; a part for nobody is recycled. */
function payParent(
  ctx: f.Context,
  [parent, part]: readonly [f.AccountId, f.U96F32],
  netuid: NetUid,
  takes: Takes,
): { readonly paid: f.U96F32; readonly kept: f.U96F32 } {
  if (getOwningColdkey(ctx, parent) === takes.owner) return { paid: part, kept: U96F32.ZERO }
  const burned = U96F32.mul(takes.burn, part)
  const kept = U96F32.mul(takes.child, part)
  recycleSubnetAlpha(ctx, netuid, U96F32.toU64(burned))
  return { paid: U96F32.sub(U96F32.sub(part, burned), kept), kept }
}

/**
 * Splits a dividend by contributed stake: parents first, in their order, the child last.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_parent_child_dividends_distribution
 */
export function getParentChildDividends(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
  dividend: Alpha,
): Dividend[] {
  const parents = ParentKeys.get(ctx, hotkey, netuid)
  if (parents.length === 0) return [[hotkey, dividend]]
  const contributions = parents.map(([proportion, parent]) =>
    contribution(ctx, parent, netuid, proportionFactor(proportion)),
  )
  const total = contributions.reduce<f.U96F32>(
    (sum, part) => U96F32.add(sum, part),
    selfContribution(ctx, hotkey, netuid),
  )
  const whole = U96F32.fromInt(dividend)
  const takes = {
    owner: getOwningColdkey(ctx, hotkey),
    burn: U96F32.safeDiv(U96F32.fromInt(CKBurn.get(ctx)), U64_MAX),
    child: U96F32.safeDiv(U96F32.fromInt(getChildkeyTake(ctx, hotkey, netuid)), U16_MAX),
  }
  const dividends: Dividend[] = []
  let remaining = whole
  let keptInAll: f.U96F32 = U96F32.ZERO
  for (const [i, [, parent]] of parents.entries()) {
    const part = U96F32.mul(whole, U96F32.safeDiv(contributions[i]!, total))
    remaining = U96F32.sub(remaining, part)
    const { paid, kept } = payParent(ctx, [parent, part], netuid, takes)
    keptInAll = U96F32.add(keptInAll, kept)
    dividends.push([parent, U96F32.toU64(paid)])
  }
  dividends.push([hotkey, U96F32.toU64(U96F32.add(remaining, keptInAll))])
  return dividends
}
