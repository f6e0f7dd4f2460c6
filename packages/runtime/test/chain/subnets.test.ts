/** Subnets: who gets what when one ends, who has to leave a full root, which symbol is free. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { sudo_set_burn_increase_mult } from '../../src/pallets/admin-utils/calls/neurons.ts'
import { InvalidValue } from '../../src/pallets/admin-utils/errors.ts'
import * as balances from '../../src/pallets/balances/index.ts'
import * as errors from '../../src/pallets/subtensor/errors.ts'
import { rootRegister } from '../../src/pallets/subtensor/registration/root-register.ts'
import { increaseStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as storage from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import {
  destroyAlphaInOutStakes,
  splitByLargestRemainder,
} from '../../src/pallets/subtensor/subnets/dissolve-stakes.ts'
import { ROOT } from '../../src/pallets/subtensor/subnets/exists.ts'
import {
  getNextAvailableSymbol,
  getSymbolForSubnet,
} from '../../src/pallets/subtensor/subnets/symbols.ts'
import { checkWeightsMinStake } from '../../src/pallets/subtensor/weights/checks.ts'
import { openChain } from '../vectors/chain.ts'

const NETUID = 5
const TAO = 10n ** 9n
const EXISTENTIAL_DEPOSIT = 500n
const accountOf = (byte: number): f.AccountId =>
  `0x${byte.toString(16).padStart(2, '0').repeat(32)}`
const [owner, alice, bob] = [0x0e, 0xaa, 0xbb].map(accountOf) as [
  f.AccountId,
  f.AccountId,
  f.AccountId,
]
const hotkey = accountOf(0x11)

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)

/** A subnet with 900 TAO, two thirds of the stake with Alice; its owner paid 100 TAO for it. */
function subnetWithStake() {
  const { ctx } = openChain([], 100)
  storage.NetworksAdded.set(ctx, NETUID, true)
  storage.SubnetMechanism.set(ctx, NETUID, 1)
  storage.SubnetOwner.set(ctx, NETUID, owner)
  storage.NetworkRegisteredAt.set(ctx, NETUID, 50n)
  storage.SubnetTAO.set(ctx, NETUID, 900n * TAO)
  storage.SubnetLocked.set(ctx, NETUID, 100n * TAO)
  storage.TotalStake.set(ctx, 900n * TAO)
  increaseStake(ctx, { hotkey, coldkey: alice, netuid: NETUID }, 20n * TAO)
  increaseStake(ctx, { hotkey, coldkey: bob, netuid: NETUID }, 10n * TAO)
  const account = getSubnetAccountId(ctx, NETUID)
  assert.ok(account)
  balances.mintInto(ctx, account, 1000n * TAO)
  storage.TotalIssuance.set(ctx, balances.totalIssuance(ctx))
  return { ctx, account, free: (who: f.AccountId) => balances.freeBalance(ctx, who) }
}

suite('a pot is split', () => {
  const amounts = (pot: bigint, weights: bigint[]) =>
    splitByLargestRemainder(pot, weights).map(({ index, amount }) => [index, amount])

  test('by weight, what is left over going to the largest remainders', () => {
    assert.deepEqual(amounts(10n, [1n, 1n, 1n]), [
      [0, 4n],
      [1, 3n],
      [2, 3n],
    ])
    assert.deepEqual(amounts(10n, [1n, 6n, 4n]), [
      [0, 1n],
      [2, 4n],
      [1, 5n],
    ])
    assert.deepEqual(amounts(6n, [1n, 2n]), [
      [0, 2n],
      [1, 4n],
    ])
  })

  test('among nobody when nobody has weight', () => {
    assert.deepEqual(amounts(5n, []), [])
    assert.deepEqual(amounts(5n, [0n]), [])
  })
})

suite('a subnet that ends', () => {
  test('pays its stakers and recycles the rest', () => {
    const { ctx, account, free } = subnetWithStake()
    destroyAlphaInOutStakes(ctx, NETUID)
    assert.deepEqual([free(alice), free(bob), free(owner)], [600n * TAO, 300n * TAO, 0n])
    assert.equal(free(account), EXISTENTIAL_DEPOSIT)
    assert.deepEqual(storage.AlphaV2.keysOf(ctx), [])
    assert.equal(storage.TotalStake.get(ctx), 0n)
  })

  test('gives the owner of an old one back what the subnet has not earned', () => {
    const { ctx, free } = subnetWithStake()
    storage.NetworkRegistrationStartBlock.set(ctx, 51n)
    storage.SubnetAlphaOut.set(ctx, NETUID, 0n)
    destroyAlphaInOutStakes(ctx, NETUID)
    assert.equal(free(owner), 100n * TAO)
  })

  test('keeps what belongs to the protocol from the owner', () => {
    const { ctx, free } = subnetWithStake()
    storage.NetworkRegistrationStartBlock.set(ctx, 51n)
    storage.SubnetProtocolAlpha.set(ctx, NETUID, 30n * TAO)
    storage.SubnetLocked.set(ctx, NETUID, 2000n * TAO)
    destroyAlphaInOutStakes(ctx, NETUID)
    assert.deepEqual([free(alice), free(bob)], [300n * TAO, 150n * TAO])
    assert.equal(free(owner), 100n * TAO)
  })

  test('has to exist', () => {
    const { ctx } = subnetWithStake()
    refused(errors.SubnetNotExists, () => destroyAlphaInOutStakes(ctx, NETUID + 1))
  })
})

suite('a full root', () => {
  const newcomer = accountOf(0x44)
  const seats = [0x31, 0x32, 0x33].map(accountOf)

  /** Three validators with 3, 1 and 2 TAO at stake, and no further seat. */
  function fullRoot() {
    const { ctx } = openChain([], 100)
    storage.NetworksAdded.set(ctx, ROOT, true)
    storage.MaxAllowedUids.set(ctx, ROOT, 64)
    for (const limit of [storage.MaxRegistrationsPerBlock, storage.TargetRegistrationsPerInterval])
      limit.set(ctx, ROOT, 10)
    for (const seat of seats) rootRegister(ctx, alice, seat)
    storage.MaxAllowedUids.set(ctx, ROOT, seats.length)
    const stake = (key: f.AccountId, tao: bigint) =>
      increaseStake(ctx, { hotkey: key, coldkey: alice, netuid: ROOT }, tao * TAO)
    for (const [at, tao] of [3n, 1n, 2n].entries()) stake(seats[at]!, tao)
    return { ctx, stake }
  }

  test('refuses who has no more stake than the last', () => {
    const { ctx, stake } = fullRoot()
    stake(newcomer, 1n)
    refused(errors.StakeTooLowForRoot, () => rootRegister(ctx, bob, newcomer))
  })

  test('gives the seat of the last to who has more', () => {
    const { ctx, stake } = fullRoot()
    stake(newcomer, 2n)
    rootRegister(ctx, bob, newcomer)
    assert.equal(storage.Keys.get(ctx, ROOT, 1), newcomer)
    assert.equal(storage.Uids.has(ctx, ROOT, seats[1]!), false)
    assert.equal(storage.SubnetworkN.get(ctx, ROOT), 3)
  })
})

suite('symbols', () => {
  test('are taken in order when the one meant for a subnet is borne', () => {
    const { ctx } = openChain([])
    assert.deepEqual(getNextAvailableSymbol(ctx, 3), getSymbolForSubnet(3))
    storage.TokenSymbol.set(ctx, 9, getSymbolForSubnet(3))
    storage.TokenSymbol.set(ctx, 1, getSymbolForSubnet(1))
    assert.deepEqual(getNextAvailableSymbol(ctx, 3), getSymbolForSubnet(2))
  })
})

test('from 2^63 rao on a stake threshold keeps nobody from setting weights', () => {
  const { ctx } = subnetWithStake()
  const mayAt = (threshold: bigint): boolean => {
    storage.StakeThreshold.set(ctx, threshold)
    return checkWeightsMinStake(ctx, hotkey, NETUID)
  }
  assert.equal(mayAt(30n * TAO), true)
  assert.equal(mayAt(30n * TAO + 1n), false)
  assert.equal(mayAt(2n ** 63n - 1n), false)
  assert.equal(mayAt(2n ** 63n), true)
  assert.equal(mayAt(2n ** 64n - 1n), true)
})

test('a registration raises the price up to threefold, or by 2^31 and more', () => {
  const { ctx } = subnetWithStake()
  const set = (factor: bigint) => {
    const args = { netuid: NETUID, burn_increase_mult: factor as f.U64F64 }
    f.dispatch(ctx, f.Root, sudo_set_burn_increase_mult(args))
  }
  for (const factor of [2n ** 64n, 3n * 2n ** 64n, 2n ** 95n, 2n ** 96n - 1n]) {
    set(factor)
    assert.equal(storage.BurnIncreaseMult.get(ctx, NETUID), factor)
  }
  for (const factor of [2n ** 64n - 1n, 3n * 2n ** 64n + 1n, 2n ** 95n - 1n, 2n ** 96n])
    refused(InvalidValue, () => set(factor))
})
