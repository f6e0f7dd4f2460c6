/** What owners of subnets do: in which order it is refused. `source` opentensor/subtensor pallets/{subtensor,admin-utils}/src */
import * as f from '@taonet/frame'
import * as crowdloans from '../../src/pallets/crowdloan/storage.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import type { Hyperparameter, SubnetLease } from '../../src/pallets/subtensor/types.ts'
import { nobody } from '../chain/open-block.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import {
  all,
  type Before,
  frozenWindow,
  NOWHERE,
  now,
  openWindow,
  owns,
  ZERO_KEY,
} from './states.ts'

const { netuid, signers } = world
const { owner, coldkey, hotkey } = signers
const funds = nobody(77)
const FUNDS = 10n ** 15n

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

/** The caller runs a crowdloan whose call this is. */
const financed =
  (creator: f.AccountId): Before =>
  (ctx) => {
    crowdloans.CurrentCrowdloanId.set(ctx, 0)
    crowdloans.Crowdloans.set(ctx, 0, {
      creator,
      deposit: FUNDS,
      min_contribution: 0n,
      end: 1,
      cap: FUNDS,
      funds_account: funds,
      raised: FUNDS,
      target_address: undefined,
      call: undefined,
      finalized: false,
      contributors_count: 1,
    })
  }
const leased =
  (change: Partial<SubnetLease>): Before =>
  (ctx) => {
    const lease = s.SubnetLeases.get(ctx, 0) ?? {
      beneficiary: coldkey,
      coldkey: ZERO_KEY,
      hotkey: ZERO_KEY,
      emissions_share: 0,
      end_block: 1,
      netuid,
      cost: 0n,
    }
    s.SubnetLeases.set(ctx, 0, { ...lease, ...change } as SubnetLease)
  }

export const OWNER_LADDERS: readonly Ladder[] = [
  {
    call: 'SubtensorModule.update_symbol',
    who: 'owner',
    args: { netuid, symbol: f.utf8('γ') },
    before: (ctx) => s.TokenSymbol.clear(ctx, []),
    rungs: [
      [f.BadOrigin, stranger],
      ['SubtensorModule.SymbolDoesNotExist', { who: 'owner', args: { symbol: f.utf8('no') } }],
      [
        'SubtensorModule.SymbolAlreadyInUse',
        { before: (ctx) => s.TokenSymbol.set(ctx, netuid, f.utf8('γ')) },
      ],
    ],
  },
  {
    call: 'SubtensorModule.register_leased_network',
    who: 'coldkey',
    before: all(owns(funds, FUNDS), financed(coldkey), (ctx) => {
      s.NetworkRegistrationStartBlock.set(ctx, 0n)
      s.NetworkRateLimit.set(ctx, 0n)
      s.SubnetLimit.set(ctx, 1000)
    }),
    rungs: [
      [
        'Crowdloan.InvalidCrowdloanId',
        { before: (ctx) => crowdloans.CurrentCrowdloanId.remove(ctx) },
      ],
      ['SubtensorModule.InvalidLeaseBeneficiary', { before: financed(owner) }],
      ['SubtensorModule.LeaseCannotEndInThePast', { args: { end_block: 1 } }],
      ['SubtensorModule.Overflow', { before: (ctx) => s.NextSubnetLeaseId.set(ctx, f.satU32.MAX) }],
      [f.token_error.FundsUnavailable, { before: owns(funds, 1000n) }],
      [
        'SubtensorModule.SubNetRegistrationDisabled',
        { before: (ctx) => s.NetworkRegistrationStartBlock.set(ctx, 2n ** 40n) },
      ],
    ],
  },
  {
    call: 'SubtensorModule.terminate_lease',
    who: 'coldkey',
    args: { lease_id: 0, hotkey },
    before: leased({}),
    neverPasses: true,
    rungs: [
      ['SubtensorModule.LeaseDoesNotExist', { args: { lease_id: 1 } }],
      ['SubtensorModule.ExpectedBeneficiaryOrigin', { before: leased({ beneficiary: owner }) }],
      ['SubtensorModule.LeaseHasNoEndBlock', { before: leased({ end_block: undefined }) }],
      ['SubtensorModule.LeaseHasNotEnded', { before: leased({ end_block: 2 ** 31 }) }],
      ['SubtensorModule.BeneficiaryDoesNotOwnHotkey', { args: { hotkey: funds } }],
      // The lease that was made up has nobody who acts for it, which is found at the very end.
      ['Proxy.NotFound', {}],
    ],
  },
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
