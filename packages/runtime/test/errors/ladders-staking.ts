/** Stake: in which order calls are refused. `source` opentensor/subtensor pallets/subtensor/src/staking */

import type * as f from '@taonet/frame'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import { nobody } from '../chain/open-block.ts'
import type { Ladder } from './ladder.ts'
import { world } from './scene.ts'
import { all, locked, NOWHERE, owns, pool, rich, TAO, trading, ZERO_KEY } from './states.ts'

const { netuid, signers } = world
const { coldkey, hotkey, stranger } = signers
const stake = 10n ** 12n
const ROOT = 0
const subnetAccount = getSubnetAccountId(world.ctx, netuid) as f.AccountId
const [fresh, foreign] = [nobody(81), nobody(82)]

const ownedByAnother = (ctx: f.Context) => s.Owner.set(ctx, foreign, stranger)
const withoutOwner = {
  before: (ctx: f.Context) => s.Owner.remove(ctx, hotkey),
}
const noSubtoken = {
  before: (ctx: f.Context) => s.SubtokenEnabled.set(ctx, netuid, false),
}

export const STAKING_LADDERS: readonly Ladder[] = [
  {
    call: 'SubtensorModule.add_stake',
    who: 'coldkey',
    args: { hotkey, netuid, amount_staked: TAO },
    before: all(trading(0n), rich(coldkey)),
    rungs: [
      [
        'SubtensorModule.ColdkeySwapAnnounced',
        { before: (ctx) => s.ColdkeySwapAnnouncements.set(ctx, coldkey, [0, ZERO_KEY]) },
      ],
      [
        'SubtensorModule.InsufficientLiquidity',
        { before: pool(1000n, 10n ** 15n), args: { netuid, amount_staked: TAO } },
      ],
      ['SubtensorModule.SubnetNotExists', { args: { netuid: NOWHERE } }],
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      ['SubtensorModule.AmountTooLow', { args: { amount_staked: 1n } }],
      ['SubtensorModule.NotEnoughBalanceToStake', { before: owns(coldkey, TAO - 1n) }],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      ['SubtensorModule.InsufficientLiquidity', { before: pool(10n ** 15n, 1n) }],
    ],
  },
  {
    call: 'SubtensorModule.add_stake_limit',
    who: 'coldkey',
    args: { hotkey, netuid, amount_staked: TAO, limit_price: 100n * TAO },
    before: all(trading(0n), rich(coldkey)),
    rungs: [
      [
        'SubtensorModule.InsufficientLiquidity',
        { before: pool(1000n, 10n ** 15n), args: { amount_staked: TAO } },
      ],
      ['Swap.PriceLimitExceeded', { args: { limit_price: 1n } }],
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      ['SubtensorModule.AmountTooLow', { args: { amount_staked: 1n } }],
      ['SubtensorModule.SlippageTooHigh', { args: { limit_price: TAO + 1n } }],
      ['SubtensorModule.NotEnoughBalanceToStake', { before: owns(coldkey, TAO - 1n) }],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
    ],
  },
  {
    call: 'SubtensorModule.remove_stake',
    who: 'coldkey',
    args: { hotkey, netuid, amount_unstaked: stake / 2n },
    before: all(trading(stake), rich(subnetAccount)),
    rungs: [
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      [
        'SubtensorModule.InsufficientLiquidity',
        { before: pool(10n ** 15n, 10n), args: { amount_unstaked: stake / 2n } },
      ],
      ['SubtensorModule.AmountTooLow', { args: { amount_unstaked: 0n } }],
      ['SubtensorModule.InsufficientLiquidity', { before: pool(1n, 10n ** 15n) }],
      ['SubtensorModule.AmountTooLow', { args: { amount_unstaked: 1000n } }],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      ['SubtensorModule.StakeUnavailable', { before: locked(coldkey, hotkey, 10n * stake) }],
    ],
  },
  {
    call: 'SubtensorModule.transfer_stake',
    who: 'coldkey',
    args: {
      destination_coldkey: stranger,
      hotkey,
      origin_netuid: netuid,
      destination_netuid: netuid,
      alpha_amount: stake,
    },
    before: trading(stake),
    rungs: [
      ['SubtensorModule.SameNetuid', { args: { destination_coldkey: coldkey } }],
      [
        'SubtensorModule.SubnetNotExists',
        { args: { origin_netuid: NOWHERE, destination_netuid: NOWHERE } },
      ],
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      [
        'SubtensorModule.TransferDisallowed',
        { before: (ctx) => s.TransferToggle.set(ctx, netuid, false) },
      ],
      [
        'SubtensorModule.AccountRejectsLockedAlpha',
        { before: locked(coldkey, hotkey, 10n * stake) },
      ],
      ['SubtensorModule.AmountTooLow', { args: { alpha_amount: 1n } }],
    ],
  },
  {
    call: 'SubtensorModule.swap_stake_limit',
    who: 'coldkey',
    args: {
      hotkey,
      origin_netuid: netuid,
      destination_netuid: ROOT,
      alpha_amount: stake,
      limit_price: 1n,
    },
    before: all(trading(stake), rich(subnetAccount), (ctx) =>
      s.SubtokenEnabled.set(ctx, ROOT, true),
    ),
    rungs: [
      ['Swap.ReservesTooLow', { before: pool(1n, 10n ** 15n) }],
      ['Swap.PriceLimitExceeded', { args: { limit_price: 2n * TAO } }],
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      ['SubtensorModule.AmountTooLow', { args: { alpha_amount: 1000n } }],
      ['SubtensorModule.SlippageTooHigh', { args: { limit_price: TAO - 1n } }],
      [
        'SubtensorModule.StakeUnavailable',
        { before: locked(coldkey, hotkey, 10n * stake), args: { alpha_amount: stake } },
      ],
    ],
  },
  {
    call: 'SubtensorModule.recycle_alpha',
    who: 'coldkey',
    args: { hotkey, netuid, amount: stake },
    before: trading(stake),
    rungs: [
      ['SubtensorModule.SubnetNotExists', { args: { netuid: NOWHERE } }],
      ['SubtensorModule.CannotBurnOrRecycleOnRootSubnet', { args: { netuid: 0 } }],
      ['SubtensorModule.SubtokenDisabled', noSubtoken],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      [
        'SubtensorModule.InsufficientLiquidity',
        { before: (ctx) => s.SubnetAlphaOut.set(ctx, netuid, 1n) },
      ],
      ['SubtensorModule.StakeUnavailable', { before: locked(coldkey, hotkey, 10n * stake) }],
    ],
  },
  {
    call: 'SubtensorModule.lock_stake',
    who: 'coldkey',
    args: { hotkey, netuid, amount: stake },
    before: trading(stake),
    rungs: [
      ['SubtensorModule.AmountTooLow', { args: { amount: 0n } }],
      ['SubtensorModule.HotKeyAccountNotExists', withoutOwner],
      ['SubtensorModule.LockHotkeyMismatch', { before: locked(coldkey, fresh, 1n) }],
      ['SubtensorModule.InsufficientStakeForLock', { args: { amount: 10n * stake } }],
    ],
  },
  {
    call: 'SubtensorModule.register_limit',
    who: 'coldkey',
    args: { netuid, hotkey: fresh, limit_price: TAO },
    before: all(trading(0n), rich(coldkey), (ctx) => {
      ownedByAnother(ctx)
      s.Burn.set(ctx, netuid, TAO)
      s.NetworkRegistrationAllowed.set(ctx, netuid, true)
      s.MaxAllowedUids.set(ctx, netuid, 4096)
    }),
    rungs: [
      ['SubtensorModule.RegistrationNotPermittedOnRootSubnet', { args: { netuid: 0 } }],
      ['SubtensorModule.SubnetNotExists', { args: { netuid: NOWHERE } }],
      ['SubtensorModule.RegistrationPriceLimitExceeded', { args: { limit_price: 1n } }],
      [
        'SubtensorModule.SubNetRegistrationDisabled',
        { before: (ctx) => s.NetworkRegistrationAllowed.set(ctx, netuid, false) },
      ],
      ['SubtensorModule.HotKeyAlreadyRegisteredInSubNet', { args: { hotkey } }],
      [
        'SubtensorModule.NotEnoughBalanceToStake',
        { before: all(owns(coldkey, TAO - 1n), (ctx) => s.Burn.set(ctx, netuid, TAO)) },
      ],
      ['SubtensorModule.CannotUseSystemAccount', { args: { hotkey: subnetAccount } }],
      ['SubtensorModule.NonAssociatedColdKey', { args: { hotkey: foreign } }],
      [
        'SubtensorModule.NoNeuronIdAvailable',
        { before: (ctx) => s.MaxAllowedUids.set(ctx, netuid, 0) },
      ],
      [
        'SubtensorModule.InsufficientBalance',
        { before: all(owns(coldkey, 500n), (ctx) => s.Burn.set(ctx, netuid, 500n)) },
      ],
      ['Swap.SwapInputTooLarge', { before: pool(0n, 10n ** 15n) }],
      ['Swap.ReservesTooLow', { before: pool(10n ** 15n, 1n) }],
    ],
  },
  {
    call: 'SubtensorModule.root_register',
    who: 'coldkey',
    args: { hotkey: fresh },
    before(ctx) {
      s.MaxRegistrationsPerBlock.set(ctx, 0, 100)
      s.TargetRegistrationsPerInterval.set(ctx, 0, 100)
      s.RegistrationsThisBlock.set(ctx, 0, 0)
      s.RegistrationsThisInterval.set(ctx, 0, 0)
    },
    rungs: [
      [
        'SubtensorModule.RootNetworkDoesNotExist',
        { before: (ctx) => s.NetworksAdded.set(ctx, 0, false) },
      ],
      [
        'SubtensorModule.TooManyRegistrationsThisBlock',
        { before: (ctx) => s.RegistrationsThisBlock.set(ctx, 0, 100) },
      ],
      [
        'SubtensorModule.TooManyRegistrationsThisInterval',
        { before: (ctx) => s.RegistrationsThisInterval.set(ctx, 0, 300) },
      ],
      [
        'SubtensorModule.HotKeyAlreadyRegisteredInSubNet',
        { before: (ctx) => s.Uids.set(ctx, 0, fresh, 0), args: { hotkey: fresh } },
      ],
      ['SubtensorModule.CannotUseSystemAccount', { args: { hotkey: subnetAccount } }],
      [
        'SubtensorModule.StakeTooLowForRoot',
        { before: (ctx) => s.MaxAllowedUids.set(ctx, 0, s.SubnetworkN.get(ctx, 0)) },
      ],
    ],
  },
]
