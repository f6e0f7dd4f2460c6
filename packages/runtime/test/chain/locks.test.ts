/** Locked alpha that changes hands, in cases that the recorded scenarios leave out. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import * as errors from '../../src/pallets/subtensor/errors.ts'
import { setAcceptLockedAlpha } from '../../src/pallets/subtensor/locks/accept-locked-alpha.ts'
import {
  ensureNoActiveLocks,
  swapColdkeyLocks,
} from '../../src/pallets/subtensor/locks/coldkey-swap.ts'
import { swapHotkeyLocks } from '../../src/pallets/subtensor/locks/hotkey-swap.ts'
import { lockStake } from '../../src/pallets/subtensor/locks/lock-stake.ts'
import { changeSubnetOwnerIfNeeded } from '../../src/pallets/subtensor/locks/owner-takeover.ts'
import { setPerpetualLock } from '../../src/pallets/subtensor/locks/perpetual.ts'
import { transferLock } from '../../src/pallets/subtensor/locks/transfer-lock.ts'
import { createAccountIfNonExistent } from '../../src/pallets/subtensor/staking/accounts.ts'
import { increaseStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { openChain } from '../vectors/chain.ts'

const NETUID = 3
const NOW = 5000n
const YEAR = 7200n * 365n + 1800n
const account = (byte: number): f.AccountId => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`
const [alice, bob, owner] = [account(0xa1), account(0xb0), account(0x01)]
const [hotkey, other, ownerHotkey] = [account(0x11), account(0x12), account(0x13)]

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)

/** A subnet on which Alice has staked 1000 and locked 600 of them to a hotkey, all in this block. */
function setup() {
  const { ctx } = openChain([], Number(NOW))
  s.NetworksAdded.set(ctx, NETUID, true)
  s.SubnetOwner.set(ctx, NETUID, owner)
  s.SubnetOwnerHotkey.set(ctx, NETUID, ownerHotkey)
  for (const key of [hotkey, other]) createAccountIfNonExistent(ctx, bob, key)
  createAccountIfNonExistent(ctx, owner, ownerHotkey)
  increaseStake(ctx, { hotkey, coldkey: alice, netuid: NETUID }, 1000n)
  lockStake(ctx, { coldkey: alice, netuid: NETUID, hotkey }, 600n)
  return ctx
}
const massAt = (ctx: f.Context, coldkey: f.AccountId, key = hotkey) =>
  s.Lock.get(ctx, coldkey, NETUID, key)?.locked_mass
const decaying = (ctx: f.Context, key = hotkey) =>
  s.DecayingHotkeyLock.get(ctx, NETUID, key)?.locked_mass

suite('stake that is transferred', () => {
  test('free alpha goes first and leaves the lock where it is', () => {
    const ctx = setup()
    transferLock(ctx, { from: alice, to: bob }, NETUID, 400n)
    assert.deepEqual([massAt(ctx, alice), massAt(ctx, bob)], [600n, undefined])
  })

  test('what exceeds it takes locked alpha along, if the receiver takes that', () => {
    const ctx = setup()
    refused(errors.AccountRejectsLockedAlpha, () =>
      transferLock(ctx, { from: alice, to: bob }, NETUID, 700n),
    )
    setAcceptLockedAlpha(ctx, bob, true)
    transferLock(ctx, { from: alice, to: bob }, NETUID, 700n)
    assert.deepEqual([massAt(ctx, alice), massAt(ctx, bob)], [300n, 300n])
    assert.equal(decaying(ctx), 600n)
    assert.ok(s.LockingColdkeys.has(ctx, NETUID, hotkey, bob))
  })

  test('conviction follows in proportion', () => {
    const ctx = setup()
    setAcceptLockedAlpha(ctx, bob, true)
    const conviction = U64F64.fromInt(8000)
    const row = s.Lock.get(ctx, alice, NETUID, hotkey)!
    s.Lock.set(ctx, alice, NETUID, hotkey, { ...row, conviction })
    transferLock(ctx, { from: alice, to: bob }, NETUID, 550n)
    assert.equal(s.Lock.get(ctx, bob, NETUID, hotkey)?.conviction, conviction / 4n)
    assert.equal(s.Lock.get(ctx, alice, NETUID, hotkey)?.conviction, (conviction / 4n) * 3n)
  })

  test('a receiver with a lock to another hotkey gets free alpha only', () => {
    const ctx = setup()
    increaseStake(ctx, { hotkey, coldkey: bob, netuid: NETUID }, 500n)
    lockStake(ctx, { coldkey: bob, netuid: NETUID, hotkey: other }, 500n)
    setAcceptLockedAlpha(ctx, bob, true)
    transferLock(ctx, { from: alice, to: bob }, NETUID, 400n)
    refused(errors.LockHotkeyMismatch, () =>
      transferLock(ctx, { from: alice, to: bob }, NETUID, 401n),
    )
  })

  test('everything locked may leave; dust does not stay behind', () => {
    const ctx = setup()
    setAcceptLockedAlpha(ctx, bob, true)
    transferLock(ctx, { from: alice, to: bob }, NETUID, 2000n)
    assert.deepEqual([massAt(ctx, alice), massAt(ctx, bob)], [undefined, 600n])
    assert.equal(s.LockingColdkeys.has(ctx, NETUID, hotkey, alice), false)
  })
})

suite('coldkeys that give way', () => {
  test('locks, marks and flags go to the new coldkey', () => {
    const ctx = setup()
    setPerpetualLock(ctx, alice, NETUID, true)
    setAcceptLockedAlpha(ctx, alice, true)
    setAcceptLockedAlpha(ctx, bob, true)
    assert.equal(s.HotkeyLock.get(ctx, NETUID, hotkey)?.locked_mass, 600n)
    swapColdkeyLocks(ctx, alice, bob)
    assert.deepEqual([massAt(ctx, alice), massAt(ctx, bob)], [undefined, 600n])
    assert.deepEqual(s.DecayingLock.find(ctx, alice, NETUID), undefined)
    assert.equal(s.DecayingLock.get(ctx, bob, NETUID), false)
    assert.equal(s.HotkeyLock.get(ctx, NETUID, hotkey)?.locked_mass, 600n)
    assert.deepEqual([s.AccountFlags.get(ctx, alice), s.AccountFlags.get(ctx, bob)], [0n, 1n])
  })

  test('flags of the old coldkey replace those of the new one', () => {
    const ctx = setup()
    s.Lock.clear(ctx, [alice])
    setAcceptLockedAlpha(ctx, bob, true)
    swapColdkeyLocks(ctx, alice, bob)
    assert.equal(s.AccountFlags.has(ctx, bob), false)
  })

  test('a coldkey with a lock cannot be the new one', () => {
    const ctx = setup()
    refused(errors.ActiveLockExists, () => ensureNoActiveLocks(ctx, alice))
    refused(errors.ActiveLockExists, () => swapColdkeyLocks(ctx, bob, alice))
    ctx.block += 100_000_000
    ensureNoActiveLocks(ctx, alice)
  })
})

suite('hotkeys that give way', () => {
  test('an entry of the list without a lock is dropped and counted', () => {
    const ctx = setup()
    s.Lock.remove(ctx, alice, NETUID, hotkey)
    const accesses = swapHotkeyLocks(ctx, hotkey, other, [NETUID])
    assert.deepEqual(accesses, { reads: 6, writes: 7 })
    assert.equal(s.LockingColdkeys.any(ctx, NETUID), false)
    assert.deepEqual([decaying(ctx), decaying(ctx, other)], [undefined, 600n])
  })
})

suite('subnets that change their owner', () => {
  /** A year later, with conviction of a tenth of all alpha outside the pool. */
  function decided() {
    const ctx = setup()
    s.SubnetAlphaOut.set(ctx, NETUID, 1000n)
    ctx.block = Number(NOW + YEAR)
    const lock = { locked_mass: 600n, conviction: U64F64.fromInt(100), last_update: NOW + YEAR }
    s.DecayingHotkeyLock.set(ctx, NETUID, hotkey, lock)
    s.NetworkRegisteredAt.set(ctx, NETUID, NOW)
    s.MaxAllowedUids.set(ctx, NETUID, 4)
    return ctx
  }

  test('the hotkey with most conviction gets a uid and its coldkey the subnet', () => {
    const ctx = decided()
    changeSubnetOwnerIfNeeded(ctx, NETUID)
    assert.deepEqual(
      [s.SubnetOwner.get(ctx, NETUID), s.SubnetOwnerHotkey.get(ctx, NETUID)],
      [bob, hotkey],
    )
    assert.equal(s.Uids.get(ctx, NETUID, hotkey), 0)
    assert.equal(decaying(ctx), undefined)
    const lock = s.DecayingOwnerLock.get(ctx, NETUID)
    assert.deepEqual([lock?.locked_mass, lock?.conviction], [600n, U64F64.fromInt(600)])
  })

  test('locks to the former owner hotkey are filed with those of other hotkeys', () => {
    const ctx = decided()
    const now = NOW + YEAR
    const conviction = U64F64.fromInt(50)
    s.OwnerLock.set(ctx, NETUID, { locked_mass: 500n, conviction, last_update: now })
    s.HotkeyLock.set(ctx, NETUID, ownerHotkey, { locked_mass: 7n, conviction, last_update: now })
    s.DecayingHotkeyLock.mutate(ctx, NETUID, hotkey, (lock) => ({
      ...lock!,
      conviction: U64F64.fromInt(2000),
    }))
    changeSubnetOwnerIfNeeded(ctx, NETUID)
    assert.equal(s.SubnetOwner.get(ctx, NETUID), bob)
    // The owner's conviction is the mass; the 7 beside it are dust and count as nothing.
    assert.deepEqual(s.HotkeyLock.get(ctx, NETUID, ownerHotkey), {
      locked_mass: 500n,
      conviction: U64F64.fromInt(500),
      last_update: now,
    })
  })

  test('not within the first year, nor with less conviction', () => {
    for (const change of [
      (ctx: f.Context) => ctx.block--,
      (ctx: f.Context) => s.SubnetAlphaOut.set(ctx, NETUID, 1001n),
      (ctx: f.Context) => s.SubnetAlphaOut.set(ctx, NETUID, 0n),
      (ctx: f.Context) => s.Owner.remove(ctx, hotkey),
    ]) {
      const ctx = decided()
      change(ctx)
      changeSubnetOwnerIfNeeded(ctx, NETUID)
      assert.equal(s.SubnetOwner.get(ctx, NETUID), owner)
    }
  })

  test('a subnet that is full and young keeps its owner', () => {
    const ctx = decided()
    s.MaxAllowedUids.set(ctx, NETUID, 0)
    changeSubnetOwnerIfNeeded(ctx, NETUID)
    assert.equal(s.SubnetOwner.get(ctx, NETUID), owner)
  })
})
