/** Proxy: what each type may call, and what proxies may do to proxies. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import type { ProxyType } from '../../src/common/proxy-types.ts'
import * as balances from '../../src/pallets/balances/index.ts'
import { Balances } from '../../src/pallets/balances/index.ts'
import {
  FILTER_RULES,
  isSuperset,
  mayCall,
  Proxy,
  pureAccount,
} from '../../src/pallets/proxy/index.ts'
import { Sudo } from '../../src/pallets/sudo/index.ts'
import { Utility } from '../../src/pallets/utility/index.ts'
import { ALICE, BOB, CHARLIE, OpenBlock, refused } from './open-block.ts'

const { calls, errors, storage } = Proxy
const id = (value: f.AccountId) => ({ type: 'Id', value }) as const
const remark = f.System.calls.remark({ remark: new Uint8Array() })
const transfer = (value: bigint) => Balances.calls.transfer_keep_alive({ dest: id(CHARLIE), value })
const named = (pallet: string, name: string, args = {}): f.CallValue => ({ pallet, name, args })

suite('types of proxy', () => {
  const allowing = (call: f.CallValue) =>
    (Object.keys(FILTER_RULES) as ProxyType[]).filter((type) => mayCall(type, call)).sort()

  test('that may transfer', () => {
    assert.deepEqual(allowing(transfer(499_999_999n)), [
      'Any',
      'NonCritical',
      'SmallTransfer',
      'Transfer',
    ])
    assert.deepEqual(allowing(transfer(500_000_000n)), ['Any', 'NonCritical', 'Transfer'])
    assert.deepEqual(allowing(named('Balances', 'transfer_all')), [
      'Any',
      'NonCritical',
      'Transfer',
    ])
  })

  test('that may stake', () => {
    const stakers = ['Any', 'NonCritical', 'NonTransfer', 'Staking']
    assert.deepEqual(allowing(named('SubtensorModule', 'add_stake')), stakers)
    const moving = named('SubtensorModule', 'transfer_stake', { alpha_amount: 1n })
    assert.deepEqual(allowing(moving), ['Any', 'NonCritical', 'SmallTransfer', 'Transfer'])
  })

  test('that may run a subnet, but not give it away', () => {
    const setter = named('AdminUtils', 'sudo_set_kappa')
    const general = ['Any', 'NonCritical', 'NonFungible', 'NonTransfer']
    assert.deepEqual(allowing(setter), [...general, 'Owner', 'SubnetLeaseBeneficiary'].sort())
    const owner = named('AdminUtils', 'sudo_set_sn_owner_hotkey')
    assert.deepEqual(allowing(owner), general)
  })

  test('that may set code through sudo', () => {
    const code = named('System', 'set_code')
    const unchecked = (call: f.CallValue) =>
      Sudo.calls.sudo_unchecked_weight({ call, weight: f.NO_WEIGHT })
    const general = ['Any', 'NonFungible', 'NonTransfer']
    assert.deepEqual(allowing(unchecked(code)), [...general, 'SudoUncheckedSetCode'])
    assert.deepEqual(allowing(unchecked(remark)), general)
    assert.deepEqual(allowing(Sudo.calls.sudo({ call: code })), general)
  })

  test('of old governance may nothing', () => {
    for (const type of ['Triumvirate', 'Senate', 'Governance', 'RootWeights'] as const)
      assert.equal(mayCall(type, remark), false)
  })

  test('contain others as far as the chain says so', () => {
    assert(isSuperset('Any', 'Transfer') && isSuperset('Transfer', 'SmallTransfer'))
    assert(isSuperset('NonTransfer', 'Staking') && isSuperset('Staking', 'Staking'))
    assert(!isSuperset('NonTransfer', 'Transfer') && !isSuperset('NonTransfer', 'SmallTransfer'))
    assert(!isSuperset('NonTransfer', 'Any') && !isSuperset('Staking', 'Registration'))
  })
})

suite('acting for another', () => {
  /** Bob is a proxy of Alice. */
  function setup(proxy_type: ProxyType, delay = 0) {
    const block = new OpenBlock()
    block.as(ALICE, calls.add_proxy({ delegate: id(BOB), proxy_type, delay }))
    const act = (call: f.CallValue) => {
      block.as(BOB, calls.proxy({ real: id(ALICE), force_proxy_type: undefined, call }))
      return storage.LastCallResult.get(block.ctx, ALICE)
    }
    return { block, act }
  }
  const isFiltered = (result: unknown) => {
    const error = f.system.errors.CallFiltered.toWire()
    assert.deepEqual(result, { ok: false, error })
  }
  const fine = { ok: true, value: null }

  test('passes the filter at every depth', () => {
    const { act } = setup('NonTransfer')
    assert.deepEqual(act(remark), fine)
    isFiltered(act(transfer(1n)))
    const within = Utility.calls.batch_all({ calls: [remark, transfer(1n)] })
    isFiltered(act(within))
  })

  test('hands out no more than one has', () => {
    const { act } = setup('NonTransfer')
    const add = (proxy_type: ProxyType) =>
      calls.add_proxy({ delegate: id(CHARLIE), proxy_type, delay: 0 })
    isFiltered(act(add('Any')))
    isFiltered(act(add('Transfer')))
    assert.deepEqual(act(add('Staking')), fine)
    isFiltered(act(calls.remove_proxies({})))
    assert.deepEqual(setup('Any').act(calls.remove_proxies({})), fine)
  })

  test('after a delay needs an announcement that is old enough', () => {
    const { block, act } = setup('Any', 5)
    refused(errors.Unannounced, () => act(remark))
    const call_hash = f.toHex(f.blake2_256(block.chain.runtime.call.encode(remark)))
    block.as(BOB, calls.announce({ real: id(ALICE), call_hash }))
    const execute = calls.proxy_announced({
      delegate: id(BOB),
      real: id(ALICE),
      force_proxy_type: undefined,
      call: remark,
    })
    refused(errors.Unannounced, () => block.as(CHARLIE, execute))
    block.ctx.block += 5
    block.as(CHARLIE, execute)
    assert.equal(storage.Announcements.has(block.ctx, BOB), false)
    assert.equal(balances.reservedBalance(block.ctx, BOB), 0n)
  })

  test('is remembered until the end of the block only', () => {
    const { block, act } = setup('Any')
    act(remark)
    block.next()
    assert.equal(storage.LastCallResult.any(block.ctx), false)
  })
})

suite('pure proxies', () => {
  test('belong to who made them, and give the deposit back when they end', () => {
    const block = new OpenBlock()
    const { ctx } = block
    f.system.storage.Number.set(ctx, ctx.block)
    const kind = { proxy_type: 'Any', index: 3 } as const
    const made = { height: ctx.block, ext_index: f.system.extrinsicIndex(ctx)! }
    block.as(ALICE, calls.create_pure({ ...kind, delay: 0 }))
    const pure = pureAccount(ALICE, kind, made)
    assert.equal(balances.reservedBalance(ctx, ALICE), 93_000_000n)
    refused(errors.Duplicate, () => block.as(ALICE, calls.create_pure({ ...kind, delay: 0 })))
    const kill = calls.kill_pure({ spawner: id(ALICE), ...kind, ...made })
    refused(errors.NoPermission, () => block.as(BOB, kill))
    block.as(ALICE, calls.proxy({ real: id(pure), force_proxy_type: undefined, call: kill }))
    assert.equal(balances.reservedBalance(ctx, ALICE), 0n)
    assert.equal(storage.Proxies.has(ctx, pure), false)
  })

  test('are counted in order of account, type and delay', () => {
    const block = new OpenBlock()
    const add = (delegate: f.AccountId, proxy_type: ProxyType, delay: number) =>
      block.as(ALICE, calls.add_proxy({ delegate: id(delegate), proxy_type, delay }))
    add(CHARLIE, 'Staking', 1)
    add(BOB, 'Registration', 0)
    add(BOB, 'Staking', 7)
    add(BOB, 'Staking', 0)
    const [proxies, deposit] = storage.Proxies.get(block.ctx, ALICE)
    const order = proxies.map(({ delegate, proxy_type, delay }) => [delegate, proxy_type, delay])
    const expected = [
      [BOB, 'Staking', 0],
      [BOB, 'Staking', 7],
      [BOB, 'Registration', 0],
      [CHARLIE, 'Staking', 1],
    ]
    assert.deepEqual(order, expected)
    assert.equal(deposit, 60_000_000n + 4n * 33_000_000n)
    refused(errors.Duplicate, () => add(BOB, 'Staking', 7))
    refused(errors.NoSelfProxy, () => add(ALICE, 'Any', 0))
    for (let delay = 1; delay <= 16; delay++) add(CHARLIE, 'Any', delay)
    refused(errors.TooMany, () => add(CHARLIE, 'Any', 17))
  })

  test('fees of a proxy may be the other one’s, as long as it is one', () => {
    const block = new OpenBlock()
    const set = (pays_fee: boolean) => calls.set_real_pays_fee({ delegate: id(BOB), pays_fee })
    refused(errors.NotProxy, () => block.as(ALICE, set(true)))
    block.as(ALICE, calls.add_proxy({ delegate: id(BOB), proxy_type: 'Any', delay: 0 }))
    block.as(ALICE, set(true))
    assert.equal(storage.RealPaysFee.has(block.ctx, ALICE, BOB), true)
    block.as(ALICE, calls.remove_proxy({ delegate: id(BOB), proxy_type: 'Any', delay: 0 }))
    assert.equal(storage.RealPaysFee.has(block.ctx, ALICE, BOB), false)
  })
})
