/** Keys that give way to others: what of the old key's the new one gets. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import * as errors from '../../src/pallets/subtensor/errors.ts'
import { uidLookup } from '../../src/pallets/subtensor/keys/evm-key.ts'
import { swapColdkey } from '../../src/pallets/subtensor/keys/swap-coldkey.ts'
import { swapHotkey } from '../../src/pallets/subtensor/keys/swap-hotkey.ts'
import { createAccountIfNonExistent } from '../../src/pallets/subtensor/staking/accounts.ts'
import { getStake, increaseStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as storage from '../../src/pallets/subtensor/storage.ts'
import { openChain } from '../vectors/chain.ts'

const NETUID = 4
const TAO = 10n ** 9n
const [owner, staker, from, to, parent, next] = [0x01, 0x02, 0x11, 0x12, 0x13, 0x21].map(
  (byte): f.AccountId => `0x${byte.toString(16).padStart(2, '0').repeat(32)}`,
) as [f.AccountId, f.AccountId, f.AccountId, f.AccountId, f.AccountId, f.AccountId]

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)

/** Root and a subnet; a hotkey with uid 0 on the latter, a staker, and whatever may point at it. */
function setup() {
  const { ctx } = openChain([], 10_000)
  for (const netuid of [0, NETUID]) storage.NetworksAdded.set(ctx, netuid, true)
  createAccountIfNonExistent(ctx, owner, from)
  storage.IsNetworkMember.set(ctx, from, NETUID, true)
  storage.Uids.set(ctx, NETUID, from, 0)
  storage.Keys.set(ctx, NETUID, 0, from)
  storage.SubnetworkN.set(ctx, NETUID, 1)
  increaseStake(ctx, { hotkey: from, coldkey: staker, netuid: NETUID }, 5n * TAO)
  storage.ChildkeyTake.set(ctx, from, NETUID, 77)
  storage.LoadedEmission.set(ctx, NETUID, [
    [parent, 1n, 2n],
    [from, 3n, 4n],
  ])
  storage.AutoStakeDestination.set(ctx, staker, NETUID, from)
  storage.AutoStakeDestinationColdkeys.set(ctx, from, NETUID, [staker])
  storage.PendingChildKeys.set(ctx, NETUID, parent, [
    [
      [9n, from],
      [8n, owner],
    ],
    20_000n,
  ])
  balances.mintInto(ctx, owner, 10n * TAO)
  storage.TotalIssuance.set(ctx, 10n * TAO)
  return {
    ctx,
    swap: (keepStake = false, netuid: number | undefined = undefined) =>
      swapHotkey(ctx, { coldkey: owner, from, to, netuid, keepStake }),
    stakeOf: (hotkey: f.AccountId) => getStake(ctx, { hotkey, coldkey: staker, netuid: NETUID }),
  }
}

suite('a hotkey that is replaced', () => {
  test('leaves its place, its take and its part in others’ lists to the new one', () => {
    const { ctx, swap } = setup()
    swap()
    assert.equal(storage.Keys.get(ctx, NETUID, 0), to)
    assert.equal(storage.Owner.find(ctx, from), undefined)
    assert.deepEqual(storage.OwnedHotkeys.get(ctx, owner), [to])
    assert.equal(storage.ChildkeyTake.get(ctx, to, NETUID), 77)
    const loaded = storage.LoadedEmission.get(ctx, NETUID)?.map(([hotkey]) => hotkey)
    assert.deepEqual(loaded, [parent, to])
    assert.equal(storage.AutoStakeDestination.get(ctx, staker, NETUID), to)
    assert.deepEqual(storage.AutoStakeDestinationColdkeys.get(ctx, to, NETUID), [staker])
    const [children] = storage.PendingChildKeys.get(ctx, NETUID, parent) ?? []
    assert.deepEqual(children, [
      [8n, owner],
      [9n, to],
    ])
  })

  test('takes its stake along unless it is to stay', () => {
    const moved = setup()
    moved.swap()
    assert.deepEqual([moved.stakeOf(from), moved.stakeOf(to)], [0n, 5n * TAO])
    assert.ok(storage.StakingHotkeys.get(moved.ctx, staker).includes(to))
    const kept = setup()
    kept.swap(true)
    assert.deepEqual([kept.stakeOf(from), kept.stakeOf(to)], [5n * TAO, 0n])
  })

  test('cannot be replaced again on the same subnet for a while', () => {
    const { ctx, swap } = setup()
    swap(false, NETUID)
    ctx.block += Number(storage.TxRateLimit.get(ctx)) + 1
    const again = { coldkey: owner, from: to, to: next, netuid: NETUID, keepStake: false }
    refused(errors.HotKeySwapOnSubnetIntervalNotPassed, () => swapHotkey(ctx, again))
  })
})

suite('a coldkey that is replaced', () => {
  test('leaves everything to the new one', () => {
    const { ctx } = setup()
    storage.AutoStakeDestination.set(ctx, owner, NETUID, from)
    storage.AutoStakeDestinationColdkeys.set(ctx, from, NETUID, [owner, staker])
    storage.SubnetOwner.set(ctx, NETUID, owner)
    increaseStake(ctx, { hotkey: from, coldkey: owner, netuid: NETUID }, TAO)
    swapColdkey(ctx, { from: owner, to: next })
    assert.equal(storage.Owner.get(ctx, from), next)
    assert.equal(storage.SubnetOwner.get(ctx, NETUID), next)
    assert.equal(balances.freeBalance(ctx, next), 10n * TAO)
    assert.equal(getStake(ctx, { hotkey: from, coldkey: next, netuid: NETUID }), TAO)
    assert.deepEqual(storage.AutoStakeDestinationColdkeys.get(ctx, from, NETUID), [staker, next])
    assert.equal(storage.AutoStakeDestination.find(ctx, owner, NETUID), undefined)
    assert.equal(eventNames(ctx).at(-1), 'ColdkeySwapped')
  })

  test('cannot be a hotkey, or have stake of its own', () => {
    const { ctx } = setup()
    refused(errors.NewColdKeyIsHotkey, () => swapColdkey(ctx, { from: owner, to: from }))
    refused(errors.ColdKeyAlreadyAssociated, () => swapColdkey(ctx, { from: owner, to: staker }))
  })
})

const eventNames = (ctx: f.Context): string[] => ctx.events.map(({ event }) => event.name)

test('uids are found by EVM key, the oldest first', () => {
  const { ctx } = setup()
  const [wanted, another] = ['aa', 'bb'].map((byte): f.H160 => `0x${byte.repeat(20)}`) as [
    f.H160,
    f.H160,
  ]
  const rows: [number, f.H160, bigint][] = [
    [1, wanted, 9n],
    [2, another, 3n],
    [3, wanted, 5n],
  ]
  for (const [uid, key, block] of rows)
    storage.AssociatedEvmAddress.set(ctx, NETUID, uid, [key, block])
  assert.deepEqual(uidLookup(ctx, NETUID, wanted, 10), [
    [3, 5n],
    [1, 9n],
  ])
})
