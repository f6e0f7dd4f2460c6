/** Rules of the economy in cases that the recorded scenarios leave out. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import { AlphaBurned } from '../../src/pallets/alpha-assets/storage.ts'
import * as balances from '../../src/pallets/balances/index.ts'
import { drainPending } from '../../src/pallets/subtensor/coinbase/drain.ts'
import { increaseTake } from '../../src/pallets/subtensor/delegation/delegate-take.ts'
import * as errors from '../../src/pallets/subtensor/errors.ts'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { distributeLeasedNetworkDividends } from '../../src/pallets/subtensor/leasing/distribute-dividends.ts'
import { createAccountIfNonExistent } from '../../src/pallets/subtensor/staking/accounts.ts'
import { alphaRows } from '../../src/pallets/subtensor/staking/alpha-rows.ts'
import { clearSmallNominations } from '../../src/pallets/subtensor/staking/nominations.ts'
import { increaseRootClaimable } from '../../src/pallets/subtensor/staking/root-claims/rates.ts'
import {
  decreaseStake,
  getStake,
  increaseStake,
} from '../../src/pallets/subtensor/staking/stake.ts'
import { getTotalStakeForColdkey } from '../../src/pallets/subtensor/staking/totals.ts'
import { unstakeFromSubnet } from '../../src/pallets/subtensor/staking/unstake-from-subnet.ts'
import {
  disableVotingPowerTracking,
  enableVotingPowerTracking,
  updateVotingPower,
} from '../../src/pallets/subtensor/staking/voting-power.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import { openChain } from '../vectors/chain.ts'

const NETUID = 3
const ROOT = 0
const TAO = 1_000_000_000n
const account = (byte: number): f.AccountId => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`
const [alice, bob, owner, hotkey] = [account(0xa1), account(0xb0), account(0x01), account(0x11)]
const at = (coldkey: f.AccountId, netuid = NETUID) => ({ hotkey, coldkey, netuid })

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)
const reported = (ctx: f.Context) => ctx.events.map(({ event }) => event.name)

/** A subnet without a pool, where an alpha is a TAO, and a hotkey on it. */
function setup(block = 5000) {
  const { ctx } = openChain([], block)
  for (const netuid of [ROOT, NETUID]) s.NetworksAdded.set(ctx, netuid, true)
  createAccountIfNonExistent(ctx, owner, hotkey)
  return ctx
}

/** Gives the subnet a pool of as much alpha as TAO, with TAO to pay from. */
function openPool(ctx: f.Context, reserve: bigint): void {
  s.SubnetMechanism.set(ctx, NETUID, 1)
  for (const item of [s.SubnetTAO, s.SubnetAlphaIn, s.SubnetAlphaOut])
    item.set(ctx, NETUID, reserve)
  s.TotalStake.set(ctx, reserve)
  balances.mintInto(ctx, getSubnetAccountId(ctx, NETUID)!, reserve)
}

suite('shares of the first version', () => {
  const one = U64F64.ONE
  function legacy() {
    const ctx = setup()
    s.Alpha.set(ctx, hotkey, alice, NETUID, 3n * one)
    s.Alpha.set(ctx, hotkey, bob, NETUID, one)
    s.TotalHotkeyShares.set(ctx, hotkey, NETUID, 4n * one)
    s.TotalHotkeyAlpha.set(ctx, hotkey, NETUID, 1000n)
    return ctx
  }

  test('count until they are written', () => {
    const ctx = legacy()
    assert.deepEqual([getStake(ctx, at(alice)), getStake(ctx, at(bob))], [750n, 250n])
    decreaseStake(ctx, at(alice), 250n)
    assert.deepEqual([getStake(ctx, at(alice)), getStake(ctx, at(bob))], [500n, 250n])
    assert.deepEqual(
      [s.Alpha.has(ctx, hotkey, alice, NETUID), s.AlphaV2.has(ctx, hotkey, alice, NETUID)],
      [false, true],
    )
    assert.equal(s.Alpha.has(ctx, hotkey, bob, NETUID), true)
    assert.equal(s.TotalHotkeyShares.has(ctx, hotkey, NETUID), false)
  })

  test('are listed with those of the second', () => {
    const ctx = legacy()
    decreaseStake(ctx, at(alice), 250n)
    assert.deepEqual(
      alphaRows(ctx).map(({ coldkey, share }) => [coldkey, share]),
      [
        [alice, { mantissa: 2n * 10n ** 20n, exponent: -20n }],
        [bob, { mantissa: 10n ** 21n, exponent: -21n }],
      ],
    )
  })
})

suite('what stake would sell for', () => {
  test('without a pool it is the stake', () => {
    const ctx = setup()
    increaseStake(ctx, at(alice), 700n)
    increaseStake(ctx, at(alice, ROOT), 11n)
    assert.equal(getTotalStakeForColdkey(ctx, alice), 711n)
    assert.equal(getTotalStakeForColdkey(ctx, bob), 0n)
  })

  test('in a pool it follows the product of the reserves, and the fee counts as not paid', () => {
    const ctx = setup()
    const [reserve, alpha] = [10n ** 15n, 65_535_000_100n]
    openPool(ctx, reserve)
    increaseStake(ctx, at(alice), alpha)
    // The fee is 33 parts of 65535.
    const fee = 33_000_000n
    const sold = alpha - fee
    const proceeds = (reserve * sold) / (reserve + sold)
    assert.equal(getTotalStakeForColdkey(ctx, alice), proceeds + fee)
  })

  test('what cannot be sold is worth nothing', () => {
    const ctx = setup()
    openPool(ctx, TAO)
    s.SubnetTAO.set(ctx, NETUID, 10n)
    increaseStake(ctx, at(alice), 700n)
    assert.equal(getTotalStakeForColdkey(ctx, alice), 0n)
  })
})

test('the fee of a block without an author is burned', () => {
  const ctx = setup()
  openPool(ctx, 10n ** 15n)
  increaseStake(ctx, at(alice), 65_535_000_100n)
  unstakeFromSubnet(ctx, at(alice), { alpha: 65_535_000_100n, priceLimit: 0n, dropFees: false })
  assert.equal(AlphaBurned.get(ctx, NETUID), 33_000_000n)
  assert.equal(getStake(ctx, at(alice)), 0n)
})

test('nominations that are too small end, paid out or not; the owner may hold any amount', () => {
  const ctx = setup()
  s.NominatorMinRequiredStake.set(ctx, 1_000_000n)
  increaseStake(ctx, at(alice), 1_999_999n)
  increaseStake(ctx, at(bob), 2_000_000n)
  increaseStake(ctx, at(owner), 1n)
  clearSmallNominations(ctx)
  const left = [alice, bob, owner].map((coldkey) => getStake(ctx, at(coldkey)))
  assert.deepEqual(left, [0n, 2_000_000n, 1n])
})

test('a root dividend above the root stake becomes stake of the owner', () => {
  const ctx = setup()
  increaseStake(ctx, at(alice, ROOT), 1000n)
  increaseRootClaimable(ctx, hotkey, NETUID, 1000n)
  assert.deepEqual([...s.RootClaimable.get(ctx, hotkey)], [[NETUID, f.I96F32.ONE]])
  increaseRootClaimable(ctx, hotkey, NETUID, 1001n)
  assert.equal(getStake(ctx, at(owner)), 1001n)
  assert.deepEqual([...s.RootClaimable.get(ctx, hotkey)], [[NETUID, f.I96F32.ONE]])
})

test('a delegate waits before its take rises again', () => {
  const ctx = setup()
  s.TxDelegateTakeRateLimit.set(ctx, 10n)
  s.Delegates.set(ctx, hotkey, 100)
  const raise = (take: number) => increaseTake(ctx, { coldkey: owner, hotkey, take })
  raise(200)
  ctx.block += 10
  refused(errors.DelegateTxRateLimitExceeded, () => raise(300))
  ctx.block += 1
  raise(300)
  assert.equal(s.Delegates.get(ctx, hotkey), 300)
})

suite('epochs that are due', () => {
  function due() {
    const ctx = setup()
    for (const netuid of [NETUID, NETUID + 1]) {
      s.NetworksAdded.set(ctx, netuid, true)
      s.Tempo.set(ctx, netuid, 10)
      s.LastEpochBlock.set(ctx, netuid, 4000n)
      s.PendingServerEmission.set(ctx, netuid, 7n)
    }
    ctx.phase = { type: 'Initialization' }
    return ctx
  }

  test('beyond the cap of a block they wait for the next', () => {
    const ctx = due()
    s.MaxEpochsPerBlock.set(ctx, 1)
    const drained = drainPending(ctx, [NETUID, NETUID + 1])
    assert.deepEqual(
      drained.map(({ netuid, server }) => [netuid, server]),
      [[NETUID, 7n]],
    )
    assert.equal(s.PendingEpochAt.get(ctx, NETUID + 1), 5001n)
    assert.equal(s.LastEpochBlock.get(ctx, NETUID + 1), 4000n)
    assert.deepEqual(reported(ctx), ['EpochDeferred'])
  })

  test('a subnet with a key twice loses its turn and keeps its emission', () => {
    const ctx = due()
    for (const uid of [0, 1]) s.Keys.set(ctx, NETUID, uid, hotkey)
    assert.deepEqual(drainPending(ctx, [NETUID]), [])
    assert.equal(s.PendingServerEmission.get(ctx, NETUID), 7n)
    assert.equal(s.LastEpochBlock.get(ctx, NETUID), 5000n)
    assert.equal(s.SubnetEpochIndex.get(ctx, NETUID), 1n)
    assert.deepEqual(reported(ctx), ['EpochSkipped'])
  })
})

suite('voting power', () => {
  const term = (stake: bigint, new_validator_permit: boolean) =>
    ({ hotkey, stake, new_validator_permit }) as Parameters<typeof updateVotingPower>[2][number]
  function tracked() {
    const ctx = setup()
    s.StakeThreshold.set(ctx, 1000n)
    s.VotingPowerEmaAlpha.set(ctx, NETUID, 10n ** 17n)
    s.IsNetworkMember.set(ctx, hotkey, NETUID, true)
    enableVotingPowerTracking(ctx, NETUID)
    return ctx
  }

  test('moves toward the stake by its alpha', () => {
    const ctx = tracked()
    s.VotingPower.set(ctx, NETUID, hotkey, 2000n)
    updateVotingPower(ctx, NETUID, [term(12_000n, true)])
    assert.equal(s.VotingPower.get(ctx, NETUID, hotkey), 3000n)
  })

  test('ends when it falls below the threshold, not while it climbs toward it', () => {
    const ctx = tracked()
    updateVotingPower(ctx, NETUID, [term(5000n, true)])
    assert.equal(s.VotingPower.get(ctx, NETUID, hotkey), 500n)
    s.VotingPower.set(ctx, NETUID, hotkey, 1000n)
    updateVotingPower(ctx, NETUID, [term(0n, true)])
    assert.equal(s.VotingPower.has(ctx, NETUID, hotkey), false)
  })

  test('ends without a permit', () => {
    const ctx = tracked()
    s.VotingPower.set(ctx, NETUID, hotkey, 2000n)
    updateVotingPower(ctx, NETUID, [term(12_000n, false)])
    assert.equal(s.VotingPower.has(ctx, NETUID, hotkey), false)
  })

  test('is forgotten two weeks after tracking was switched off', () => {
    const ctx = tracked()
    s.VotingPower.set(ctx, NETUID, hotkey, 2000n)
    disableVotingPowerTracking(ctx, NETUID)
    ctx.block += 100_799
    updateVotingPower(ctx, NETUID, [term(2000n, true)])
    assert.equal(s.VotingPower.get(ctx, NETUID, hotkey), 2000n)
    ctx.block += 1
    updateVotingPower(ctx, NETUID, [term(2000n, true)])
    assert.equal(s.VotingPower.has(ctx, NETUID, hotkey), false)
    assert.equal(s.VotingPowerTrackingEnabled.get(ctx, NETUID), false)
    assert.equal(s.VotingPowerDisableAtBlock.has(ctx, NETUID), false)
  })
})

suite('dividends of a lease', () => {
  const LEASE = 0
  function leased(block: number) {
    const ctx = setup(block)
    s.SubnetLeases.set(ctx, LEASE, {
      ...{ beneficiary: bob, coldkey: owner, hotkey, netuid: NETUID },
      ...{ emissions_share: 30, end_block: 10_000, cost: 0n },
    })
    s.SubnetLeaseShares.set(ctx, LEASE, alice, U64F64.ONE / 4n)
    increaseStake(ctx, at(owner), 100n * TAO)
    return ctx
  }

  test('are collected until the block at which they are paid', () => {
    const ctx = leased(5001)
    distributeLeasedNetworkDividends(ctx, LEASE, 10n * TAO + 1n)
    assert.equal(s.AccumulatedLeaseDividends.get(ctx, LEASE), 3n * TAO + 1n)
    ctx.block = 5100
    distributeLeasedNetworkDividends(ctx, LEASE, 10n * TAO)
    assert.equal(s.AccumulatedLeaseDividends.get(ctx, LEASE), 0n)
    // A quarter of 6 TAO and 1 rao, rounded up; the beneficiary gets the rest.
    assert.equal(getStake(ctx, at(alice)), 1_500_000_001n)
    assert.equal(getStake(ctx, at(bob)), 4n * TAO + 500_000_000n)
  })

  test('wait when a part is too small to be moved', () => {
    const ctx = leased(5100)
    distributeLeasedNetworkDividends(ctx, LEASE, 20_000_000n)
    assert.equal(s.AccumulatedLeaseDividends.get(ctx, LEASE), 6_000_000n)
    assert.deepEqual([getStake(ctx, at(alice)), getStake(ctx, at(bob))], [0n, 0n])
    assert.deepEqual(reported(ctx), [])
  })

  test('end with the lease', () => {
    const ctx = leased(10_000)
    distributeLeasedNetworkDividends(ctx, LEASE, 20n * TAO)
    assert.equal(s.AccumulatedLeaseDividends.has(ctx, LEASE), false)
  })
})

test('swaps of hotkeys are forgotten after their interval, each read and write counted', () => {
  const interval = 7200
  const now = 3 * interval + NETUID
  const weightOf = (swaps: readonly number[]) => {
    const ctx = setup(now)
    ctx.phase = { type: 'Initialization' }
    for (const [i, block] of swaps.entries())
      s.LastHotkeySwapOnNetuid.set(ctx, NETUID, account(i + 1), BigInt(block))
    const { ref_time } = SubtensorModule.hooks.on_initialize(ctx)
    return { ref_time, kept: s.LastHotkeySwapOnNetuid.values(ctx, NETUID) }
  }
  const quiet = weightOf([])
  const { ref_time, kept } = weightOf([now - interval - 1, now - interval])
  assert.deepEqual(kept, [BigInt(now - interval)])
  assert.equal(ref_time - quiet.ref_time, f.dbReadsWrites(2, 1).ref_time)
})
