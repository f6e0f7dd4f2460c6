/** The chain reveals timelocked weights by itself, as soon as the beacon has spoken. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import type { NetUid } from '../../../common/units.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import { TimelockedWeightsRevealed } from '../events.ts'
import { MechanismCountCurrent, RevealPeriodEpochs, TimelockedWeightCommits } from '../storage.ts'
import { currentEpochWithLookahead } from '../subnets/epoch-schedule.ts'
import type { Mechanism } from './reveal.ts'
import { setMechanismWeights } from './set-weights.ts'
import { decryptTimelock } from './timelock/decrypt.ts'
import { readPayload } from './timelock/payload.ts'
import { pulseSignature } from './timelock/pulse-signature.ts'

type TimelockedQueue = ReturnType<typeof TimelockedWeightCommits.get>

/**
 * Sets the weights committed a reveal period ago whose rounds are there, and forgets older commits. A commit that
 * cannot be read or applied is lost without a word; one whose round is missing waits while the epoch lasts.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/reveal_commits.rs reveal_crv3_commits_for_subnet
 */
export function revealCrv3CommitsForSubnet(ctx: f.Context, netuid: NetUid): void {
  const epoch = currentEpochWithLookahead(ctx, netuid)
  const period = RevealPeriodEpochs.get(ctx, netuid)
  const due = satU64.sub(epoch, period)
  for (let mecid = 0; mecid < MechanismCountCurrent.get(ctx, netuid); mecid++) {
    const index = mechanismStorageIndex(netuid, mecid)
    for (const [, committed] of TimelockedWeightCommits.keysOf(ctx, index))
      if (committed < due) TimelockedWeightCommits.remove(ctx, index, committed)
    if (epoch < period) return
    const waiting = revealQueue(
      ctx,
      { netuid, mecid },
      TimelockedWeightCommits.take(ctx, index, due),
    )
    if (waiting.length > 0) TimelockedWeightCommits.set(ctx, index, due, waiting)
  }
}

/** Reveals what can be; gives the commits that wait for their rounds. */
function revealQueue(
  ctx: f.Context,
  mechanism: Mechanism,
  queue: TimelockedQueue,
): TimelockedQueue {
  return queue.filter(([who, , commit, round]) => {
    const signature = pulseSignature(ctx, round)
    if (signature === undefined) return true
    const opened = decryptTimelock(commit, signature)
    const weights = opened && readPayload(opened, who)
    if (weights && succeeds(() => setMechanismWeights(ctx, who, { ...mechanism, ...weights }))) {
      const index = mechanismStorageIndex(mechanism.netuid, mechanism.mecid)
      ctx.deposit(TimelockedWeightsRevealed([index, who]))
    }
    return false
  })
}
