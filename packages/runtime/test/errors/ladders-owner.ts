/** What owners of subnets do: in which order it is refused. `source` opentensor/subtensor pallets/{subtensor,admin-utils}/src */
import * as f from '@taonet/frame'
import * as s from '../../src/pallets/subtensor/storage.ts'
import type { Hyperparameter } from '../../src/pallets/subtensor/types.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import { type Before, frozenWindow, NOWHERE, now, openWindow } from './states.ts'

const { netuid, signers } = world
const { owner } = signers

/** The owner changed the parameter in this block. */
const changed =
  (parameter: Hyperparameter): Before =>
  (ctx) => {
    s.OwnerHyperparamRateLimit.set(ctx, 1)
    s.Tempo.set(ctx, netuid, 360)
    const key = { type: 'OwnerHyperparamUpdate', value: [netuid, parameter] } as const
    s.LastRateLimitedBlock.set(ctx, key as never, now(ctx))
  }
const unchanged: Before = (ctx) => {
  openWindow(ctx)
  s.OwnerHyperparamRateLimit.set(ctx, 0)
}
const stranger = { who: 'stranger' } as const

export const OWNER_LADDERS: readonly Ladder[] = [
  {
    call: 'SubtensorModule.start_call',
    who: 'owner',
    args: { netuid },
    before(ctx) {
      s.FirstEmissionBlockNumber.remove(ctx, netuid)
      s.NetworkRegisteredAt.set(ctx, netuid, 0n)
      s.StartCallDelay.set(ctx, 0n)
    },
    rungs: [
      ['SubtensorModule.SubnetNotExists', { args: { netuid: NOWHERE } }],
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.FirstEmissionBlockNumberAlreadySet',
        { who: 'owner', before: (ctx) => s.FirstEmissionBlockNumber.set(ctx, netuid, 1n) },
      ],
      [
        'SubtensorModule.NeedWaitingMoreBlocksToStarCall',
        { before: (ctx) => s.StartCallDelay.set(ctx, 2n ** 40n) },
      ],
    ],
  },
  {
    call: 'SubtensorModule.set_tempo',
    who: 'owner',
    args: { netuid, tempo: 360 },
    before: (ctx) => {
      openWindow(ctx)
      s.TransactionKeyLastBlock.set(ctx, owner, netuid, 11, 0n)
    },
    rungs: [
      [f.BadOrigin, stranger],
      ['SubtensorModule.TempoOutOfBounds', { who: 'owner', args: { tempo: 0 } }],
      ['SubtensorModule.AdminActionProhibitedDuringWeightsWindow', { before: frozenWindow }],
      [
        'SubtensorModule.TxRateLimitExceeded',
        { before: (ctx) => s.TransactionKeyLastBlock.set(ctx, owner, netuid, 11, now(ctx)) },
      ],
    ],
  },
  {
    call: 'SubtensorModule.set_activity_cutoff_factor',
    who: 'owner',
    args: { netuid, factor_milli: 10_000 },
    before: unchanged,
    rungs: [
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.ActivityCutoffFactorMilliOutOfBounds',
        { who: 'owner', args: { factor_milli: 0 } },
      ],
      ['SubtensorModule.AdminActionProhibitedDuringWeightsWindow', { before: frozenWindow }],
      ['SubtensorModule.TxRateLimitExceeded', { before: changed('ActivityCutoffFactorMilli') }],
    ],
  },
  {
    call: 'SubtensorModule.trigger_epoch',
    who: 'owner',
    args: { netuid },
    before: unchanged,
    rungs: [
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.DynamicTempoBlockedByCommitReveal',
        { who: 'owner', before: (ctx) => s.CommitRevealWeightsEnabled.set(ctx, netuid, true) },
      ],
      [
        'SubtensorModule.EpochTriggerAlreadyPending',
        { before: (ctx) => s.PendingEpochAt.set(ctx, netuid, 2n ** 40n) },
      ],
      ['SubtensorModule.AutoEpochAlreadyImminent', { before: frozenWindow }],
      ['SubtensorModule.TxRateLimitExceeded', { before: changed('TriggerEpoch') }],
    ],
  },
  {
    call: 'AdminUtils.sudo_set_max_allowed_uids',
    who: 'owner',
    args: { netuid, max_allowed_uids: 200 },
    before(ctx) {
      unchanged(ctx)
      s.MinAllowedUids.set(ctx, netuid, 100)
      s.SubnetworkN.set(ctx, netuid, 150)
    },
    rungs: [
      [f.BadOrigin, stranger],
      ['SubtensorModule.TxRateLimitExceeded', { who: 'owner', before: changed('MaxAllowedUids') }],
      ['SubtensorModule.AdminActionProhibitedDuringWeightsWindow', { before: frozenWindow }],
      ['AdminUtils.MaxAllowedUidsLessThanMinAllowedUids', { args: { max_allowed_uids: 99 } }],
      ['AdminUtils.MaxAllowedUIdsLessThanCurrentUIds', { args: { max_allowed_uids: 149 } }],
      [
        'AdminUtils.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids',
        { args: { max_allowed_uids: 60_000 } },
      ],
      [
        'SubtensorModule.TooManyUIDsPerMechanism',
        { before: (ctx) => s.MechanismCountCurrent.set(ctx, netuid, 200) },
      ],
    ],
  },
  {
    call: 'AdminUtils.sudo_set_bonds_moving_average',
    who: 'owner',
    args: { netuid, bonds_moving_average: 900_000n },
    before: unchanged,
    rungs: [
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.TxRateLimitExceeded',
        { who: 'owner', before: changed('BondsMovingAverage') },
      ],
      ['SubtensorModule.AdminActionProhibitedDuringWeightsWindow', { before: frozenWindow }],
      ['AdminUtils.BondsMovingAverageMaxReached', { args: { bonds_moving_average: 975_001n } }],
      [
        'AdminUtils.SubnetDoesNotExist',
        { before: (ctx) => s.NetworksAdded.set(ctx, netuid, false) },
      ],
    ],
  },
  {
    call: 'AdminUtils.sudo_set_burn_half_life',
    who: 'root',
    args: { netuid, burn_half_life: 10 },
    before: unchanged,
    rungs: [
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.AdminActionProhibitedDuringWeightsWindow',
        { who: 'root', before: frozenWindow, args: { netuid } },
      ],
      ['AdminUtils.SubnetDoesNotExist', { args: { netuid: NOWHERE } }],
      ['AdminUtils.NotPermittedOnRootSubnet', { args: { netuid: 0 } }],
      ['AdminUtils.InvalidValue', { args: { burn_half_life: 0 } }],
    ],
  },
  {
    call: 'AdminUtils.sudo_set_alpha_sigmoid_steepness',
    who: 'owner',
    args: { netuid, steepness: 1 },
    before: unchanged,
    rungs: [
      [f.BadOrigin, stranger],
      [
        'SubtensorModule.AdminActionProhibitedDuringWeightsWindow',
        { who: 'owner', before: frozenWindow },
      ],
      [
        'AdminUtils.SubnetDoesNotExist',
        { before: (ctx) => s.NetworksAdded.set(ctx, netuid, false) },
      ],
      ['AdminUtils.NegativeSigmoidSteepness', { args: { steepness: -1 } }],
    ],
  },
]
