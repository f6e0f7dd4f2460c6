/** SafeMode: what stops, and deposits on a network that lets everybody stop it. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import { Balances } from '../../src/pallets/balances/index.ts'
import { SafeMode } from '../../src/pallets/safe-mode/index.ts'
import { ALICE, BOB, OpenBlock, openWith, refused } from './open-block.ts'

const { calls, constants, errors, storage } = SafeMode
const transfer = Balances.calls.transfer_keep_alive({
  dest: { type: 'Id', value: BOB },
  value: 1_000_000n,
})

suite('safe mode', () => {
  test('of root lasts a day and lets only some calls pass', () => {
    const block = new OpenBlock()
    block.asRoot(calls.force_enter({}))
    assert.equal(storage.EnteredUntil.get(block.ctx), block.ctx.block + 7200)
    refused(f.system.errors.CallFiltered, () => block.as(ALICE, transfer))
    block.as(ALICE, f.System.calls.remark({ remark: new Uint8Array() }))
    refused(errors.Entered, () => block.asRoot(calls.force_enter({})))
    block.asRoot(calls.force_extend({}))
    assert.equal(storage.EnteredUntil.get(block.ctx), block.ctx.block + 10_800)
    block.asRoot(calls.force_exit({}))
    block.as(ALICE, transfer)
    refused(errors.Exited, () => block.asRoot(calls.force_exit({})))
  })

  test('ends by itself after its last block', () => {
    const block = new OpenBlock()
    block.asRoot(calls.force_enter({}))
    storage.EnteredUntil.set(block.ctx, 2)
    block.next()
    assert.equal(storage.EnteredUntil.has(block.ctx), true)
    const said = block.next()
    assert.deepEqual(said.at(-1), SafeMode.events.Exited({ reason: 'Timeout' }))
  })

  test('is root’s alone where no deposit is set', () => {
    const block = new OpenBlock()
    refused(errors.NotConfigured, () => block.as(ALICE, calls.enter({})))
    refused(errors.Exited, () => block.as(ALICE, calls.extend({})))
  })
})

suite('deposits', () => {
  const REASON = { type: 'SafeMode', value: 'EnterOrExtend' } as const
  const open = () =>
    openWith([
      constants.EnterDuration.is(10),
      constants.ExtendDuration.is(5),
      constants.EnterDepositAmount.is(1000n),
      constants.ExtendDepositAmount.is(700n),
      constants.ReleaseDelay.is(3),
    ])
  const as = (ctx: f.Context, who: f.AccountId, call: f.CallValue) =>
    f.dispatch(ctx, f.Signed(who), call)
  const own = { account: ALICE, block: 1 }

  test('are held for entering and extending, one of an account', () => {
    const ctx = open()
    as(ctx, ALICE, calls.enter({}))
    assert.equal(storage.EnteredUntil.get(ctx), 11)
    assert.equal(balances.balanceOnHold(ctx, REASON, ALICE), 1000n)
    refused(errors.AlreadyDeposited, () => as(ctx, ALICE, calls.extend({})))
    as(ctx, BOB, calls.extend({}))
    assert.equal(storage.EnteredUntil.get(ctx), 16)
    assert.equal(storage.Deposits.get(ctx, BOB, 1), 700n)
  })

  test('come back some blocks after safe mode', () => {
    const ctx = open()
    as(ctx, ALICE, calls.enter({}))
    refused(errors.Entered, () => as(ctx, ALICE, calls.release_deposit(own)))
    f.dispatch(ctx, f.Root, calls.force_exit({}))
    ctx.block = 4
    refused(errors.CannotReleaseYet, () => as(ctx, ALICE, calls.release_deposit(own)))
    ctx.block = 5
    const free = balances.freeBalance(ctx, ALICE)
    as(ctx, BOB, calls.release_deposit(own))
    assert.equal(balances.freeBalance(ctx, ALICE), free + 1000n)
    refused(errors.NoDeposit, () => as(ctx, BOB, calls.release_deposit(own)))
  })

  test('are destroyed or given back by root at any time', () => {
    const ctx = open()
    as(ctx, ALICE, calls.enter({}))
    const issued = balances.totalIssuance(ctx)
    f.dispatch(ctx, f.Root, calls.force_slash_deposit(own))
    assert.equal(balances.totalIssuance(ctx), issued - 1000n)
    as(ctx, ALICE, calls.extend({}))
    f.dispatch(ctx, f.Root, calls.force_release_deposit(own))
    assert.equal(balances.balanceOnHold(ctx, REASON, ALICE), 0n)
  })
})
