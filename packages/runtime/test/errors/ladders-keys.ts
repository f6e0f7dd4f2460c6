/** Keys, families and networks: in which order calls are refused. `source` opentensor/subtensor pallets/subtensor/src/{swap,staking,subnets} */
import * as f from '@taonet/frame'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import { nobody } from '../chain/open-block.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import { all, type Before, locked, NOWHERE, now, owns, rich, ZERO_KEY } from './states.ts'

const { netuid, signers } = world
const { coldkey, hotkey, stranger } = signers
const subnetAccount = getSubnetAccountId(world.ctx, netuid) as f.AccountId
const [fresh, foreign, newColdkey] = [nobody(81), nobody(82), nobody(83)]
const ROOT = 0
const SUBTENSOR = 'SubtensorModule'

const ownedByAnother: Before = (ctx) => s.Owner.set(ctx, foreign, stranger)
const freshIsOwn: Before = (ctx) => s.Owner.set(ctx, fresh, coldkey)
const freshIsMember = {
  before: all(freshIsOwn, (ctx) => s.IsNetworkMember.set(ctx, fresh, netuid, true)),
  args: { new_hotkey: fresh },
}
const swappedNow: Before = (ctx) => {
  s.TxRateLimit.set(ctx, 100n)
  s.LastRateLimitedBlock.set(ctx, { type: 'LastTxBlock', value: coldkey }, now(ctx))
}
const notClean: Before = (ctx) => s.RootClaimed.set(ctx, ROOT, fresh, stranger, 1n)
const swappedHere: Before = (ctx) => s.LastHotkeySwapOnNetuid.set(ctx, netuid, coldkey, now(ctx))
const readyToSwap: Before = all(rich(coldkey), ownedByAnother, (ctx) => {
  s.TxRateLimit.set(ctx, 0n)
  s.LastHotkeySwapOnNetuid.clear(ctx, [netuid])
  s.IsNetworkMember.set(ctx, hotkey, netuid, true)
})
const children = (...list: readonly (readonly [bigint, f.AccountId])[]) => ({
  args: { children: list },
})
const six = [1, 2, 3, 4, 5, 6].map((byte) => [1n, nobody(90 + byte)] as const)

const foundingSpoiled = {
  foreign: { args: { hotkey: foreign } },
  system: { args: { hotkey: subnetAccount } },
  early: { before: ((ctx) => s.NetworkRegistrationStartBlock.set(ctx, 2n ** 40n)) as Before },
  soon: {
    before: ((ctx) => {
      s.NetworkRateLimit.set(ctx, 100n)
      s.LastRateLimitedBlock.set(ctx, { type: 'NetworkLastRegistered' }, now(ctx))
    }) as Before,
  },
  full: {
    before: ((ctx) => {
      s.SubnetLimit.set(ctx, 0)
      s.NetworkImmunityPeriod.set(ctx, 2n ** 60n)
    }) as Before,
  },
  poor: { before: owns(coldkey, 1000n) },
}
const readyToFound: Before = all(owns(coldkey, 10n ** 18n), ownedByAnother, (ctx) => {
  s.NetworkRegistrationStartBlock.set(ctx, 0n)
  s.NetworkRateLimit.set(ctx, 0n)
  s.SubnetLimit.set(ctx, 1000)
})

export const KEY_LADDERS: readonly Ladder[] = [
  {
    call: `${SUBTENSOR}.swap_hotkey_v2`,
    who: 'coldkey',
    args: { hotkey, new_hotkey: fresh },
    before: readyToSwap,
    rungs: [
      [`${SUBTENSOR}.NonAssociatedColdKey`, { args: { hotkey: foreign } }],
      [`${SUBTENSOR}.NonAssociatedColdKey`, { args: { new_hotkey: foreign } }],
      [`${SUBTENSOR}.NewHotKeyIsSameWithOld`, { args: { new_hotkey: hotkey } }],
      [`${SUBTENSOR}.HotKeySetTxRateLimitExceeded`, { before: swappedNow }],
      [`${SUBTENSOR}.HotKeyAlreadyRegisteredInSubNet`, freshIsMember],
      [
        `${SUBTENSOR}.NewHotKeyNotCleanForRootSwap`,
        { before: notClean, args: { new_hotkey: fresh } },
      ],
      [`${SUBTENSOR}.HotKeySwapOnSubnetIntervalNotPassed`, { before: swappedHere }],
      [`${SUBTENSOR}.NotEnoughBalanceToPaySwapHotKey`, { before: owns(coldkey, 1000n) }],
      [`${SUBTENSOR}.CannotUseSystemAccount`, { args: { new_hotkey: subnetAccount } }],
    ],
  },
  {
    call: `${SUBTENSOR}.swap_hotkey_v2`,
    who: 'coldkey',
    args: { hotkey, new_hotkey: fresh, netuid },
    before: readyToSwap,
    neverPasses: true,
    rungs: [
      [`${SUBTENSOR}.HotKeySetTxRateLimitExceeded`, { before: swappedNow }],
      [`${SUBTENSOR}.HotKeyAlreadyRegisteredInSubNet`, freshIsMember],
      // Nobody swaps on a subnet before the chain is as old as the interval between two swaps.
      [`${SUBTENSOR}.HotKeySwapOnSubnetIntervalNotPassed`, {}],
    ],
  },
  {
    call: `${SUBTENSOR}.swap_coldkey_announced`,
    who: 'coldkey',
    args: { new_coldkey: newColdkey },
    before(ctx) {
      const hash = f.toHex(f.blake2_256(f.fromHex(newColdkey)))
      s.ColdkeySwapAnnouncements.set(ctx, coldkey, [0, hash])
      s.ColdkeySwapDisputes.remove(ctx, coldkey)
    },
    rungs: [
      [
        `${SUBTENSOR}.ColdkeySwapDisputed`,
        {
          before(ctx) {
            s.ColdkeySwapAnnouncements.set(ctx, coldkey, [0, ZERO_KEY])
            s.ColdkeySwapDisputes.set(ctx, coldkey, 0)
          },
        },
      ],
      [
        `${SUBTENSOR}.ColdkeySwapAnnouncementNotFound`,
        { before: (ctx) => s.ColdkeySwapAnnouncements.remove(ctx, coldkey) },
      ],
      [
        `${SUBTENSOR}.AnnouncedColdkeyHashDoesNotMatch`,
        { before: (ctx) => s.ColdkeySwapAnnouncements.set(ctx, coldkey, [2 ** 31, ZERO_KEY]) },
      ],
      [
        `${SUBTENSOR}.ColdkeySwapTooEarly`,
        {
          before: (ctx) =>
            s.ColdkeySwapAnnouncements.mutate(ctx, coldkey, (row) => [2 ** 31, row![1]]),
        },
      ],
      [
        `${SUBTENSOR}.ColdKeyAlreadyAssociated`,
        { before: (ctx) => s.StakingHotkeys.set(ctx, newColdkey, [hotkey]) },
      ],
      [
        `${SUBTENSOR}.NewColdKeyIsHotkey`,
        { before: (ctx) => s.Owner.set(ctx, newColdkey, stranger) },
      ],
      [`${SUBTENSOR}.ActiveLockExists`, { before: locked(newColdkey, hotkey, 10n ** 12n) }],
    ],
  },
  {
    call: `${SUBTENSOR}.set_children`,
    who: 'coldkey',
    args: { hotkey, netuid, children: [[1n, fresh]] },
    before(ctx) {
      s.StakeThreshold.set(ctx, 0n)
      s.SubnetOwnerHotkey.set(ctx, netuid, stranger)
      for (const id of [ROOT, netuid, NOWHERE])
        s.TransactionKeyLastBlock.set(ctx, hotkey, id, 0, 0n)
      s.ChildKeys.set(ctx, hotkey, netuid, [])
      s.ParentKeys.set(ctx, hotkey, netuid, [[1n, foreign]])
    },
    rungs: [
      [
        `${SUBTENSOR}.TxRateLimitExceeded`,
        {
          args: { netuid },
          before: (ctx) => s.TransactionKeyLastBlock.set(ctx, hotkey, netuid, 0, now(ctx)),
        },
      ],
      [`${SUBTENSOR}.RegistrationNotPermittedOnRootSubnet`, { args: { netuid: ROOT } }],
      [`${SUBTENSOR}.SubnetNotExists`, { args: { netuid: NOWHERE } }],
      [`${SUBTENSOR}.NonAssociatedColdKey`, { who: 'stranger' }],
      [`${SUBTENSOR}.DuplicateChild`, { ...children([1n, hotkey], [1n, hotkey]), who: 'coldkey' }],
      [`${SUBTENSOR}.InvalidChild`, children([f.satU64.MAX, hotkey], ...six)],
      [`${SUBTENSOR}.TooManyChildren`, children([f.satU64.MAX, foreign], ...six)],
      [`${SUBTENSOR}.ProportionOverflow`, children([f.satU64.MAX, foreign], [1n, fresh])],
      [`${SUBTENSOR}.ChildParentInconsistency`, children([1n, foreign])],
      [
        `${SUBTENSOR}.NotEnoughStakeToSetChildkeys`,
        { before: (ctx) => s.StakeThreshold.set(ctx, 2n ** 62n) },
      ],
    ],
  },
  {
    call: `${SUBTENSOR}.increase_take`,
    who: 'coldkey',
    args: { hotkey, take: 100 },
    before(ctx) {
      s.MinDelegateTake.set(ctx, 10)
      s.MaxDelegateTake.set(ctx, 1000)
      s.Delegates.set(ctx, hotkey, 50)
      s.TxDelegateTakeRateLimit.set(ctx, 0n)
    },
    rungs: [
      [`${SUBTENSOR}.DelegateTakeTooLow`, { args: { take: 1 } }],
      [`${SUBTENSOR}.DelegateTakeTooHigh`, { args: { take: 2000 } }],
      [`${SUBTENSOR}.HotKeyAccountNotExists`, { args: { hotkey: fresh } }],
      [`${SUBTENSOR}.NonAssociatedColdKey`, { who: 'stranger' }],
      [`${SUBTENSOR}.DelegateTakeTooLow`, { args: { take: 50 }, who: 'coldkey' }],
      [
        `${SUBTENSOR}.DelegateTxRateLimitExceeded`,
        {
          before(ctx) {
            s.TxDelegateTakeRateLimit.set(ctx, 100n)
            const key = { type: 'LastTxBlockDelegateTake', value: hotkey } as const
            s.LastRateLimitedBlock.set(ctx, key, now(ctx))
          },
        },
      ],
    ],
  },
  {
    call: `${SUBTENSOR}.set_childkey_take`,
    who: 'coldkey',
    args: { hotkey, netuid, take: 100 },
    before(ctx) {
      s.ChildkeyTake.set(ctx, hotkey, netuid, 50)
      s.TransactionKeyLastBlock.set(ctx, hotkey, netuid, 1, 0n)
    },
    rungs: [
      [`${SUBTENSOR}.NonAssociatedColdKey`, { who: 'stranger' }],
      [`${SUBTENSOR}.InvalidChildkeyTake`, { args: { take: 65_535 }, who: 'coldkey' }],
      [
        `${SUBTENSOR}.TxChildkeyTakeRateLimitExceeded`,
        {
          before(ctx) {
            s.TxChildkeyTakeRateLimit.set(ctx, 100n)
            s.TransactionKeyLastBlock.set(ctx, hotkey, netuid, 1, now(ctx))
          },
        },
      ],
    ],
  },
  {
    call: `${SUBTENSOR}.set_coldkey_auto_stake_hotkey`,
    who: 'coldkey',
    args: { netuid, hotkey },
    before: (ctx) => s.AutoStakeDestination.remove(ctx, coldkey, netuid),
    rungs: [
      [`${SUBTENSOR}.SubnetNotExists`, { args: { netuid: NOWHERE } }],
      [`${SUBTENSOR}.HotKeyNotRegisteredInSubNet`, { args: { hotkey: fresh } }],
      [
        `${SUBTENSOR}.SameAutoStakeHotkeyAlreadySet`,
        { before: (ctx) => s.AutoStakeDestination.set(ctx, coldkey, netuid, hotkey) },
      ],
    ],
  },
  {
    call: `${SUBTENSOR}.register_network_with_identity`,
    who: 'coldkey',
    args: { hotkey: fresh },
    before: readyToFound,
    rungs: [
      [`${SUBTENSOR}.NonAssociatedColdKey`, foundingSpoiled.foreign],
      [`${SUBTENSOR}.CannotUseSystemAccount`, foundingSpoiled.system],
      [`${SUBTENSOR}.SubNetRegistrationDisabled`, foundingSpoiled.early],
      [`${SUBTENSOR}.NetworkTxRateLimitExceeded`, foundingSpoiled.soon],
      [`${SUBTENSOR}.SubnetLimitReached`, foundingSpoiled.full],
      [`${SUBTENSOR}.CannotAffordLockCost`, foundingSpoiled.poor],
      [
        `${SUBTENSOR}.InvalidIdentity`,
        {
          args: {
            identity: {
              subnet_name: new Uint8Array(257),
              github_repo: new Uint8Array(),
              subnet_contact: new Uint8Array(),
              subnet_url: new Uint8Array(),
              discord: new Uint8Array(),
              description: new Uint8Array(),
              logo_url: new Uint8Array(),
              additional: new Uint8Array(),
            },
          },
        },
      ],
    ],
  },
  {
    // A guard looks at the rate limit before the call looks at anything.
    call: `${SUBTENSOR}.register_network`,
    who: 'coldkey',
    args: { hotkey: fresh },
    before: readyToFound,
    rungs: [
      [`${SUBTENSOR}.NetworkTxRateLimitExceeded`, foundingSpoiled.soon],
      [`${SUBTENSOR}.NonAssociatedColdKey`, foundingSpoiled.foreign],
      [`${SUBTENSOR}.CannotUseSystemAccount`, foundingSpoiled.system],
      [`${SUBTENSOR}.SubNetRegistrationDisabled`, foundingSpoiled.early],
      [`${SUBTENSOR}.SubnetLimitReached`, foundingSpoiled.full],
      [`${SUBTENSOR}.CannotAffordLockCost`, foundingSpoiled.poor],
    ],
  },
]
