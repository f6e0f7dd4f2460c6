/** Weights and servers: in which order calls are refused, guards first. `source` opentensor/subtensor pallets/subtensor/src/{guards,subnets} */
import type * as f from '@taonet/frame'
import { LastStoredRound } from '../../src/pallets/drand/storage.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { currentEpochWithLookahead } from '../../src/pallets/subtensor/subnets/epoch-schedule.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import { all, type Before, NOWHERE, now, ZERO_KEY } from './states.ts'

const { netuid, signers } = world
const { hotkey } = signers
const SUBTENSOR = 'SubtensorModule'
const stranger = { who: 'stranger' } as const
const uid = s.Uids.get(world.ctx, netuid, hotkey) as number
const size = s.SubnetworkN.get(world.ctx, netuid)

const poor: Before = (ctx) => s.StakeThreshold.set(ctx, 2n ** 62n)
const updatedNow: Before = (ctx) => {
  s.WeightsSetRateLimit.set(ctx, netuid, 100n)
  s.LastUpdate.mutate(ctx, netuid, (list) => list.with(uid, now(ctx)))
}
const open: Before = (ctx) => {
  s.StakeThreshold.set(ctx, 0n)
  s.WeightsSetRateLimit.set(ctx, netuid, 0n)
  s.WeightsVersionKey.set(ctx, netuid, 0n)
  s.MinAllowedWeights.set(ctx, netuid, 0)
  s.SubnetOwnerHotkey.set(ctx, netuid, signers.stranger)
  const permits = s.ValidatorPermit.get(ctx, netuid)
  s.ValidatorPermit.set(
    ctx,
    netuid,
    permits.map(() => true),
  )
}
const inTheOpen: Before = (ctx) => s.CommitRevealWeightsEnabled.set(ctx, netuid, false)
const sealed: Before = (ctx) => s.CommitRevealWeightsEnabled.set(ctx, netuid, true)
const weights = (dests: readonly number[], values = dests.map(() => 1)) => ({
  args: { dests, weights: values },
})
const other = uid === 0 ? 1 : 0
const timelocked: Before = (ctx) => {
  const epoch = currentEpochWithLookahead(ctx, netuid)
  const commit: [f.AccountId, bigint, Uint8Array, bigint] = [hotkey, 0n, new Uint8Array(), 1n]
  s.TimelockedWeightCommits.set(ctx, netuid, epoch, new Array(10).fill(commit))
}
const committed: Before = (ctx) => {
  const epoch = currentEpochWithLookahead(ctx, netuid)
  s.WeightCommits.set(ctx, netuid, hotkey, new Array(10).fill([ZERO_KEY, epoch, 0n, 0n]))
}
const unserved: Before = (ctx) => {
  s.ServingRateLimit.set(ctx, netuid, 0n)
  s.Axons.remove(ctx, netuid, hotkey)
  s.Prometheus.remove(ctx, netuid, hotkey)
}
const served = { version: 0, ip: 1n, port: 1, ip_type: 4 }
const servedNow: Before = (ctx) => {
  s.ServingRateLimit.set(ctx, netuid, 100n)
  const more = { protocol: 0, placeholder1: 0, placeholder2: 0 }
  s.Axons.set(ctx, netuid, hotkey, { block: now(ctx), ...served, ...more })
  s.Prometheus.set(ctx, netuid, hotkey, { block: now(ctx), ...served })
}
const endpoint = { netuid, ip: 0x0808_0808n, ip_type: 4, port: 80 }

export const WEIGHT_LADDERS: readonly Ladder[] = [
  {
    call: `${SUBTENSOR}.set_weights`,
    who: 'hotkey',
    args: { netuid, dests: [other], weights: [1] },
    before: all(open, inTheOpen),
    rungs: [
      [`${SUBTENSOR}.NotEnoughStakeToSetWeights`, { before: poor, who: 'hotkey' }],
      [`${SUBTENSOR}.CommitRevealEnabled`, { before: sealed, who: 'hotkey' }],
      [`${SUBTENSOR}.SettingWeightsTooFast`, { before: updatedNow, who: 'hotkey' }],
      [`${SUBTENSOR}.WeightVecNotEqualSize`, weights(new Array(size + 1).fill(other), [])],
      [`${SUBTENSOR}.UidsLengthExceedUidsInSubNet`, weights(new Array(size + 1).fill(other))],
      [`${SUBTENSOR}.HotKeyNotRegisteredInSubNet`, stranger],
      [
        `${SUBTENSOR}.IncorrectWeightVersionKey`,
        { before: (ctx) => s.WeightsVersionKey.set(ctx, netuid, 9n), who: 'hotkey' },
      ],
      [
        `${SUBTENSOR}.NeuronNoValidatorPermit`,
        {
          before(ctx) {
            const permits = s.ValidatorPermit.get(ctx, netuid)
            s.ValidatorPermit.set(
              ctx,
              netuid,
              permits.map(() => false),
            )
          },
        },
      ],
      [`${SUBTENSOR}.DuplicateUids`, weights([60_000, 60_000])],
      [`${SUBTENSOR}.UidVecContainInvalidOne`, weights([60_000])],
      [
        `${SUBTENSOR}.WeightVecLengthIsLow`,
        { before: (ctx) => s.MinAllowedWeights.set(ctx, netuid, 1000) },
      ],
    ],
  },
  {
    call: `${SUBTENSOR}.commit_weights`,
    who: 'hotkey',
    args: { netuid },
    before: all(open, sealed),
    rungs: [
      [`${SUBTENSOR}.NotEnoughStakeToSetWeights`, { before: poor, who: 'hotkey' }],
      [
        `${SUBTENSOR}.CommittingWeightsTooFast`,
        { before: updatedNow, who: 'hotkey', args: { netuid } },
      ],
      [`${SUBTENSOR}.MechanismDoesNotExist`, { args: { netuid: NOWHERE } }],
      [`${SUBTENSOR}.CommitRevealDisabled`, { before: inTheOpen }],
      [`${SUBTENSOR}.HotKeyNotRegisteredInSubNet`, stranger],
      [`${SUBTENSOR}.TooManyUnrevealedCommits`, { before: committed, who: 'hotkey' }],
    ],
  },
  {
    call: `${SUBTENSOR}.commit_timelocked_weights`,
    who: 'hotkey',
    args: { netuid, reveal_round: 10n, commit_reveal_version: 4 },
    before: all(open, sealed, (ctx) => {
      LastStoredRound.set(ctx, 5n)
      s.CommitRevealWeightsVersion.set(ctx, 4)
    }),
    rungs: [
      [`${SUBTENSOR}.NotEnoughStakeToSetWeights`, { before: poor, who: 'hotkey' }],
      [`${SUBTENSOR}.InvalidRevealRound`, { args: { reveal_round: 4n } }],
      [`${SUBTENSOR}.MechanismDoesNotExist`, { args: { netuid: NOWHERE } }],
      [`${SUBTENSOR}.CommitRevealDisabled`, { before: inTheOpen }],
      [`${SUBTENSOR}.IncorrectCommitRevealVersion`, { args: { commit_reveal_version: 3 } }],
      [`${SUBTENSOR}.HotKeyNotRegisteredInSubNet`, stranger],
      [`${SUBTENSOR}.CommittingWeightsTooFast`, { before: updatedNow, who: 'hotkey' }],
      [`${SUBTENSOR}.TooManyUnrevealedCommits`, { before: timelocked }],
    ],
  },
  {
    call: `${SUBTENSOR}.serve_axon`,
    who: 'hotkey',
    args: endpoint,
    before: unserved,
    rungs: [
      [`${SUBTENSOR}.HotKeyNotRegisteredInNetwork`, stranger],
      [`${SUBTENSOR}.InvalidIpType`, { args: { ip_type: 5 }, who: 'hotkey' }],
      [`${SUBTENSOR}.InvalidIpAddress`, { args: { ip: 0x7f00_0001n } }],
      [`${SUBTENSOR}.ServingRateLimitExceeded`, { before: servedNow }],
      [`${SUBTENSOR}.InvalidPort`, { args: { port: 0 } }],
    ],
  },
  {
    call: `${SUBTENSOR}.serve_prometheus`,
    who: 'hotkey',
    args: endpoint,
    before: unserved,
    rungs: [
      [`${SUBTENSOR}.InvalidIpType`, { args: { ip_type: 5 } }],
      [`${SUBTENSOR}.InvalidIpAddress`, { args: { ip: 0n } }],
      [`${SUBTENSOR}.HotKeyNotRegisteredInNetwork`, stranger],
      [`${SUBTENSOR}.ServingRateLimitExceeded`, { before: servedNow, who: 'hotkey' }],
      [`${SUBTENSOR}.InvalidPort`, { args: { port: 0 } }],
    ],
  },
]
