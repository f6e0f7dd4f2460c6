/** An epoch of a subnet: consensus, then payment. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import { getTaoWeight } from '../staking/inherited-stake.ts'
import { getHotkeyStake } from '../staking/stake.ts'
import { LastMechansimStepBlock } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { distributeDividends, sumEarnings } from './dividends.ts'
import type { DrainedEmission } from './drain.ts'
import { payOut } from './payout.ts'
import { runEpochs } from './run-epochs.ts'

/**
 * Runs an epoch on all alpha but the owner's cut and pays it; without incentives the miners' half goes to validators.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs distribute_emission
 */
export function distributeEmission(ctx: f.Context, drained: DrainedEmission): void {
  const { netuid, server, validator, root, ownerCut } = drained
  // The weight as it was before the epoch, for nothing in between changes it.
  const taoWeight = getTaoWeight(ctx)
  const whole = satU64.add(satU64.add(server, validator), root)
  const emissions = runEpochs(ctx, netuid, whole)
  const hasIncentive = emissions.some(([, incentive]) => incentive !== 0n)
  const alpha = hasIncentive ? validator : satU64.add(validator, server)
  const { incentives, dividends } = sumEarnings(ctx, netuid, emissions)
  const earned = dividends.map(([hotkey, dividend]) => ({
    hotkey,
    dividend,
    stake: {
      alpha: getHotkeyStake(ctx, hotkey, netuid),
      root: getHotkeyStake(ctx, hotkey, ROOT),
    },
  }))
  const shares = distributeDividends({ alpha, root }, earned, taoWeight)
  payOut(ctx, netuid, { ownerCut, incentives, ...shares })
}

/** Does so for every subnet whose epoch runs now. `source` coinbase/run_coinbase.rs distribute_emissions_to_subnets */
export function distributeEmissionsToSubnets(
  ctx: f.Context,
  drained: readonly DrainedEmission[],
): void {
  for (const emission of drained) {
    distributeEmission(ctx, emission)
    LastMechansimStepBlock.set(ctx, emission.netuid, currentBlock(ctx))
  }
}
