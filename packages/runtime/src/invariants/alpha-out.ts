/** Alpha outside of pools: everybody's together is there. */
import * as f from '@taonet/frame'
import { AlphaRecycled } from '../pallets/alpha-assets/storage.ts'
import { getStake } from '../pallets/subtensor/staking/stake.ts'
import {
  AlphaV2,
  NetworksAdded,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  RootClaimable,
  RootClaimed,
  SubnetAlphaOut,
  SubnetProtocolAlpha,
  SubnetTAO,
  TotalHotkeyAlpha,
} from '../pallets/subtensor/storage.ts'
import { ROOT } from '../pallets/subtensor/subnets/exists.ts'
import { Tally } from './tally.ts'

const PENDING = [
  PendingServerEmission,
  PendingValidatorEmission,
  PendingRootAlphaDivs,
  PendingOwnerCut,
  SubnetProtocolAlpha,
]

/**
 * Baselines of claims are rounded down for each stake that they count, so claims grow by a rao now and then; a
 * millionth of everything is more than that comes to.
 */
const PART = 1_000_000n

/** Alpha that root stakers may claim, by subnet. */
function* claims(ctx: f.Context): Generator<[netuid: number, owed: bigint]> {
  for (const [hotkey, coldkey, netuid] of AlphaV2.keysOf(ctx)) {
    if (netuid !== ROOT) continue
    const stake = getStake(ctx, { hotkey, coldkey, netuid })
    for (const [subnet, rate] of RootClaimable.get(ctx, hotkey)) {
      const owed = ((rate * stake) >> 32n) - RootClaimed.get(ctx, subnet, hotkey, coldkey)
      if (owed > 0n) yield [subnet, owed]
    }
  }
}

/**
 * Stakes, what waits for the epoch, what the chain bought and what root stakers may claim.
 *
 * While child keys burn a part (`CKBurn`), upstream recycles it and pays it out all the same; so what
 * was ever recycled on a subnet may be missing.
 */
export const alphaIsThere = f.invariant("everybody's alpha is out of the pool", function* (ctx) {
  const owed = new Tally<number>()
  for (const [[, netuid], stake] of TotalHotkeyAlpha.entries(ctx)) owed.add(netuid, stake)
  for (const item of PENDING)
    for (const [[netuid], amount] of item.entries(ctx)) owed.add(netuid, amount)
  for (const claim of claims(ctx)) owed.add(...claim)
  for (const [netuid] of NetworksAdded.keysOf(ctx)) {
    const [out, recycled] = [SubnetAlphaOut.get(ctx, netuid), AlphaRecycled.get(ctx, netuid)]
    const missing = owed.get(netuid) - out
    if (netuid !== ROOT && missing > recycled + owed.get(netuid) / PART)
      yield `subnet ${netuid}: ${owed.get(netuid)} rao owed, ${out} out, ${recycled} recycled`
  }
})

export const rootIsOneToOne = f.invariant('root stake is TAO, one to one', function* (ctx) {
  let stake = 0n
  for (const [[, netuid], amount] of TotalHotkeyAlpha.entries(ctx))
    if (netuid === ROOT) stake += amount
  const [out, tao] = [SubnetAlphaOut.get(ctx, ROOT), SubnetTAO.get(ctx, ROOT)]
  if (stake !== out || out !== tao) yield `${stake} rao staked, ${out} out, ${tao} TAO`
})
