/** Refusals of SubtensorModule that need a state of their own: lists nearly full, limits just touched, nothing left. */
import * as f from '@taonet/frame'
import * as crowdloans from '../../src/pallets/crowdloan/storage.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { currentEpochWithLookahead } from '../../src/pallets/subtensor/subnets/epoch-schedule.ts'
import { getCommitHash } from '../../src/pallets/subtensor/weights/commit-hash.ts'
import { nobody } from '../chain/open-block.ts'
import { type Args, type Scene, world } from './scene.ts'
import { all, type Before, locked, now, owns, trading, ZERO_KEY } from './states.ts'

const { signers, netuid, others } = world
const { coldkey, hotkey, owner, stranger } = signers
const ROOT = 0
const [fresh = stranger] = others

const scene = (
  error: string,
  who: Scene['who'],
  call: string,
  args: Args,
  before?: Before,
): Scene => ({
  error: `SubtensorModule.${error}`,
  who,
  call: call.includes('.') ? call : `SubtensorModule.${call}`,
  args,
  ...(before && { before }),
})
/** The same where no guard stands before the call. */
const unguarded = (...parts: Parameters<typeof scene>): Scene => ({
  ...scene(...parts),
  guards: false,
})

/** The caller runs a crowdloan whose call this is. */
const financed =
  (creator: f.AccountId, raised = 10n ** 15n): Before =>
  (ctx) => {
    crowdloans.CurrentCrowdloanId.set(ctx, 0)
    crowdloans.Crowdloans.set(ctx, 0, {
      creator,
      deposit: raised,
      min_contribution: 0n,
      end: 1,
      cap: raised,
      funds_account: nobody(77),
      raised,
      target_address: undefined,
      call: undefined,
      finalized: false,
      contributors_count: 1,
    })
  }

const openReveals: Before = (ctx) => {
  s.StakeThreshold.set(ctx, 0n)
  s.CommitRevealWeightsEnabled.set(ctx, netuid, true)
  s.SubnetEpochIndex.set(ctx, netuid, 1000n)
  s.WeightsSetRateLimit.set(ctx, netuid, 0n)
  s.WeightsVersionKey.set(ctx, netuid, 0n)
}
const row = { uids: [0], values: [1], salt: [7] }
const hash = getCommitHash(hotkey, netuid, { ...row, versionKey: 0n })
/** Commits of the hotkey, made as many epochs ago as each number says. */
const committed = (...commits: readonly (readonly [hash: f.H256, epochsAgo: bigint])[]): Before =>
  all(openReveals, (ctx) => {
    const epoch = currentEpochWithLookahead(ctx, netuid)
    const list = commits.map(([of, ago]): [f.H256, bigint, bigint, bigint] => [
      of,
      epoch - ago,
      0n,
      0n,
    ])
    s.WeightCommits.set(ctx, netuid, hotkey, list)
  })
const REVEAL_AT = 1n
const reveal = { netuid, ...row, version_key: 0n }
const batch = (count: number) => ({
  netuid,
  uids_list: new Array(count).fill(row.uids),
  values_list: new Array(count).fill(row.values),
  salts_list: new Array(count).fill(row.salt),
  version_keys: new Array(count).fill(0n),
})
const revealsInTime = all(
  (ctx) => s.RevealPeriodEpochs.set(ctx, netuid, REVEAL_AT),
  committed([hash, REVEAL_AT]),
  (ctx) => {
    const permits = s.ValidatorPermit.get(ctx, netuid).map(() => true)
    s.ValidatorPermit.set(ctx, netuid, permits)
    s.MinAllowedWeights.set(ctx, netuid, 0)
  },
)
const longName = new Uint8Array(257)

export const PREPARED_SCENES: readonly Scene[] = [
  scene(
    'AccountRejectsLockedAlpha',
    'coldkey',
    'transfer_stake',
    {
      destination_coldkey: fresh,
      hotkey,
      origin_netuid: netuid,
      destination_netuid: netuid,
      alpha_amount: 10n ** 12n,
    },
    all(trading(10n ** 12n), locked(coldkey, hotkey, 10n ** 13n)),
  ),
  scene(
    'ActiveLockExists',
    'root',
    'swap_coldkey',
    { old_coldkey: stranger, new_coldkey: fresh },
    locked(fresh, hotkey, 10n ** 12n),
  ),
  scene('DelegateTxRateLimitExceeded', 'coldkey', 'increase_take', { hotkey, take: 2 }, (ctx) => {
    s.Delegates.set(ctx, hotkey, 1)
    s.MinDelegateTake.set(ctx, 0)
    s.MaxDelegateTake.set(ctx, 2)
    s.TxDelegateTakeRateLimit.set(ctx, 100n)
    s.LastRateLimitedBlock.set(ctx, { type: 'LastTxBlockDelegateTake', value: hotkey }, now(ctx))
  }),
  scene('EvmKeyAssociateRateLimitExceeded', 'hotkey', 'associate_evm_key', { netuid }, (ctx) => {
    const uid = s.Uids.get(ctx, netuid, hotkey) as number
    s.AssociatedEvmAddress.set(ctx, netuid, uid, [f.toHex(new Uint8Array(20)), now(ctx)])
  }),
  scene(
    'InsufficientBalance',
    'stranger',
    'burned_register',
    { netuid, hotkey: nobody(78) },
    all(owns(stranger, 500n), (ctx) => s.Burn.set(ctx, netuid, 100n)),
  ),
  scene('InvalidIdentity', 'coldkey', 'set_identity', { name: longName }),
  scene('InvalidIdentity', 'owner', 'set_subnet_identity', { netuid, subnet_name: longName }),
  scene('InvalidLeaseBeneficiary', 'coldkey', 'register_leased_network', {}, financed(stranger)),
  scene(
    'LeaseCannotEndInThePast',
    'coldkey',
    'register_leased_network',
    { end_block: 1 },
    financed(coldkey),
  ),
  scene(
    'Overflow',
    'coldkey',
    'register_leased_network',
    {},
    all(financed(coldkey), (ctx) => s.NextSubnetLeaseId.set(ctx, f.satU32.MAX)),
  ),
  scene('NetworkTxRateLimitExceeded', 'coldkey', 'register_network', { hotkey }, (ctx) => {
    s.NetworkRateLimit.set(ctx, 100n)
    s.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, now(ctx))
  }),
  scene('SubnetLimitReached', 'coldkey', 'register_network', { hotkey }, (ctx) => {
    s.NetworkRateLimit.set(ctx, 0n)
    s.NetworkRegistrationStartBlock.set(ctx, 0n)
    s.SubnetLimit.set(ctx, 0)
    s.NetworkImmunityPeriod.set(ctx, 2n ** 60n)
  }),
  scene(
    'NewHotKeyNotCleanForRootSwap',
    'coldkey',
    'swap_hotkey_v2',
    { hotkey, new_hotkey: fresh },
    (ctx) => {
      s.TxRateLimit.set(ctx, 0n)
      s.RootClaimed.set(ctx, ROOT, fresh, stranger, 1n)
    },
  ),
  scene(
    'NotEnoughBalanceToPaySwapHotKey',
    'coldkey',
    'swap_hotkey_v2',
    { hotkey, new_hotkey: fresh },
    all(owns(coldkey, 1000n), (ctx) => {
      s.TxRateLimit.set(ctx, 0n)
      s.LastHotkeySwapOnNetuid.clear(ctx, [netuid])
    }),
  ),
  scene(
    'NotEnoughStakeToSetChildkeys',
    'coldkey',
    'set_children',
    { hotkey, netuid, children: [[1n, fresh]] },
    (ctx) => {
      s.StakeThreshold.set(ctx, 2n ** 62n)
      s.SubnetOwnerHotkey.set(ctx, netuid, stranger)
      s.TransactionKeyLastBlock.set(ctx, hotkey, netuid, 0, 0n)
    },
  ),
  scene('StakeTooLowForRoot', 'coldkey', 'root_register', { hotkey: nobody(79) }, (ctx) => {
    s.MaxAllowedUids.set(ctx, ROOT, s.SubnetworkN.get(ctx, ROOT))
    s.MaxRegistrationsPerBlock.set(ctx, ROOT, 100)
    s.TargetRegistrationsPerInterval.set(ctx, ROOT, 100)
  }),
  scene('SymbolAlreadyInUse', 'owner', 'update_symbol', { netuid, symbol: f.utf8('α') }, (ctx) =>
    s.TokenSymbol.set(ctx, netuid, f.utf8('α')),
  ),
  scene(
    'TooManyUIDsPerMechanism',
    'root',
    'AdminUtils.sudo_set_mechanism_count',
    { netuid, mechanism_count: 2 },
    (ctx) => {
      s.MaxMechanismCount.set(ctx, 2)
      s.MaxAllowedUids.set(ctx, netuid, 60_000)
    },
  ),
  scene(
    'TrimmingWouldExceedMaxImmunePercentage',
    'root',
    'AdminUtils.sudo_trim_to_max_allowed_uids',
    { netuid, max_n: 1 },
    (ctx) => {
      s.MinAllowedUids.set(ctx, netuid, 0)
      s.ImmunityPeriod.set(ctx, netuid, 65_535)
    },
  ),
  scene(
    'TxChildkeyTakeRateLimitExceeded',
    'coldkey',
    'set_childkey_take',
    { hotkey, netuid, take: 1000 },
    (ctx) => {
      s.TxChildkeyTakeRateLimit.set(ctx, 100n)
      s.TransactionKeyLastBlock.set(ctx, hotkey, netuid, 1, now(ctx))
    },
  ),
  scene(
    'TooManyUnrevealedCommits',
    'hotkey',
    'commit_weights',
    { netuid },
    committed(...new Array(10).fill([ZERO_KEY, 0n])),
  ),
  scene('RevealTooEarly', 'hotkey', 'reveal_weights', reveal, committed([hash, 0n])),
  // A commit that came too late counts as too early where the guards stand.
  scene('RevealTooEarly', 'hotkey', 'reveal_weights', reveal, committed([hash, 900n])),
  scene('RevealTooEarly', 'hotkey', 'batch_reveal_weights', batch(1), committed([hash, 0n])),
  unguarded('RevealTooEarly', 'hotkey', 'reveal_weights', reveal, committed([hash, 0n])),
  unguarded('RevealTooEarly', 'hotkey', 'batch_reveal_weights', batch(1), committed([hash, 0n])),
  unguarded('ExpiredWeightCommit', 'hotkey', 'reveal_weights', reveal, committed([hash, 900n])),
  unguarded(
    'ExpiredWeightCommit',
    'hotkey',
    'reveal_weights',
    reveal,
    committed([hash, 900n], [ZERO_KEY, 0n]),
  ),
  unguarded(
    'ExpiredWeightCommit',
    'hotkey',
    'batch_reveal_weights',
    batch(1),
    committed([hash, 900n]),
  ),
  unguarded(
    'NoWeightsCommitFound',
    'hotkey',
    'reveal_weights',
    reveal,
    committed([ZERO_KEY, 900n]),
  ),
  unguarded(
    'InvalidRevealCommitHashNotMatch',
    'hotkey',
    'reveal_weights',
    reveal,
    committed([ZERO_KEY, 0n]),
  ),
  unguarded(
    'InvalidRevealCommitHashNotMatch',
    'hotkey',
    'batch_reveal_weights',
    batch(1),
    committed([ZERO_KEY, 900n]),
  ),
  // The guards find a commit that is revealed twice both times.
  scene(
    'InvalidRevealCommitHashNotMatch',
    'hotkey',
    'batch_reveal_weights',
    batch(2),
    revealsInTime,
  ),
  unguarded('ColdkeySwapAlreadyDisputed', 'coldkey', 'dispute_coldkey_swap', {}, (ctx) => {
    s.ColdkeySwapAnnouncements.set(ctx, coldkey, [0, ZERO_KEY])
    s.ColdkeySwapDisputes.set(ctx, coldkey, 0)
  }),
  unguarded('NetworkTxRateLimitExceeded', 'owner', 'register_network', { hotkey: owner }, (ctx) => {
    s.NetworkRegistrationStartBlock.set(ctx, 0n)
    s.NetworkRateLimit.set(ctx, 100n)
    s.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, now(ctx))
  }),
]
