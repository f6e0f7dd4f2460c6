/** Balances: what keeps an account alive, what may be taken, what becomes of dust. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import { LocalChain } from './local-chain.ts'

/** Least that keeps an account, rao. */
const ED = 500n
const REASON = { type: 'Preimage', value: 'Preimage' } as const
const [rich, poor, third] = [0x11, 0x22, 0x33].map(
  (byte) => f.toHex(new Uint8Array(32).fill(byte)) as f.AccountId,
) as [f.AccountId, f.AccountId, f.AccountId]

/** The local network's state with 10 000 rao in one new account; issuance counted from there. */
function setup() {
  const chain = new LocalChain()
  chain.open()
  const { ctx } = chain
  balances.mintInto(ctx, rich, 10_000n)
  const start = balances.totalIssuance(ctx)
  const seen = ctx.events.length
  return {
    ctx,
    free: (who: f.AccountId) => balances.freeBalance(ctx, who),
    reserved: (who: f.AccountId) => balances.reservedBalance(ctx, who),
    issued: () => balances.totalIssuance(ctx) - start,
    said: () => ctx.events.slice(seen).map(({ event }) => event.name),
    exists: (who: f.AccountId) => f.system.accountExists(ctx, who),
    move: (amount: bigint, preservation: balances.Preservation = 'Expendable', to = poor) =>
      balances.transfer(ctx, { from: rich, to, amount, preservation }),
  }
}

const refused = (why: f.DispatchError, run: () => unknown) =>
  assert.throws(run, (error) => error === why)

suite('transfers', () => {
  test('make an account from the existential deposit on', () => {
    const { move, free, exists, issued } = setup()
    refused(f.token_error.BelowMinimum, () => move(ED - 1n))
    move(ED)
    assert.deepEqual([free(poor), exists(poor), issued()], [ED, true, 0n])
  })

  test('that may kill the sender lose what is too little to stay', () => {
    const { move, exists, issued, said } = setup()
    move(10_000n - ED + 1n)
    assert.equal(exists(rich), false)
    assert.equal(issued(), 1n - ED)
    const expected = ['KilledAccount', 'DustLost', 'NewAccount', 'Endowed', 'Transfer']
    assert.deepEqual(said(), expected)
  })

  test('that must not kill the sender are refused', () => {
    const { move, free } = setup()
    refused(f.token_error.NotExpendable, () => move(10_000n - ED + 1n, 'Preserve'))
    move(10_000n - ED, 'Preserve')
    assert.equal(free(rich), ED)
  })

  test('of more than there is are refused', () => {
    const { move } = setup()
    refused(f.token_error.FundsUnavailable, () => move(10_001n))
  })
})

suite('reserves', () => {
  test('stay with the account and cannot be spent', () => {
    const { ctx, move, free, reserved } = setup()
    balances.reserve(ctx, rich, 4_000n)
    assert.deepEqual([free(rich), reserved(rich)], [6_000n, 4_000n])
    assert.equal(f.system.consumers(ctx, rich), 1)
    refused(f.token_error.FundsUnavailable, () => move(6_001n))
    assert.equal(balances.unreserve(ctx, rich, 5_000n), 1_000n)
    assert.deepEqual([free(rich), reserved(rich)], [10_000n, 0n])
    assert.equal(f.system.consumers(ctx, rich), 0)
  })

  test('leave at least the existential deposit free', () => {
    const { ctx } = setup()
    assert.equal(balances.canReserve(ctx, rich, 10_000n - ED), true)
    assert.equal(balances.canReserve(ctx, rich, 10_000n - ED + 1n), false)
    refused(f.ConsumerRemaining, () =>
      ctx.layer(() => balances.reserve(ctx, rich, 10_000n - ED + 1n)),
    )
  })

  test('move to accounts that exist, free or reserved', () => {
    const { ctx, free, reserved, move, issued } = setup()
    const give = (status: f.BalanceStatus, amount: bigint) =>
      balances.repatriateReserved(ctx, { from: rich, to: poor, amount, status })
    balances.reserve(ctx, rich, 3_000n)
    refused(balances.errors.DeadAccount, () => give('Free', 1_000n))
    move(ED)
    assert.equal(give('Free', 1_000n), 0n)
    assert.equal(give('Reserved', 2_500n), 500n)
    assert.deepEqual([free(poor), reserved(poor), reserved(rich)], [ED + 1_000n, 2_000n, 0n])
    assert.equal(issued(), 0n)
  })

  test('that are slashed leave the issuance when the credit is dropped', () => {
    const { ctx, issued, reserved } = setup()
    balances.reserve(ctx, rich, 1_000n)
    const { credit, missing } = balances.slashReserved(ctx, rich, 1_200n)
    assert.deepEqual([credit, missing, reserved(rich)], [1_000n, 200n, 0n])
    balances.dropCurrencyCredit(ctx, credit)
    assert.equal(issued(), -1_000n)
  })
})

suite('holds', () => {
  test('are counted by reason and keep the account alive', () => {
    const { ctx, free, reserved, move } = setup()
    balances.hold(ctx, REASON, rich, 2_000n)
    const held = () => balances.balanceOnHold(ctx, REASON, rich)
    assert.deepEqual([held(), free(rich), reserved(rich)], [2_000n, 8_000n, 2_000n])
    refused(f.token_error.Frozen, () => move(8_000n - ED + 1n))
    move(8_000n - ED)
    balances.release(ctx, REASON, rich, { amount: 2_000n, precision: 'Exact' })
    assert.deepEqual([held(), free(rich)], [0n, 2_000n + ED])
    assert.deepEqual(balances.storage.Holds.find(ctx, rich), [], 'upstream keeps an empty row')
  })

  test('take no more than would leave the existential deposit', () => {
    const { ctx } = setup()
    refused(f.token_error.FundsUnavailable, () =>
      balances.hold(ctx, REASON, rich, 10_000n - ED + 1n),
    )
    balances.hold(ctx, REASON, rich, 10_000n - ED)
  })
})

suite('making and destroying', () => {
  const expendable = { preservation: 'Expendable', fortitude: 'Polite' } as const

  test('changes the issuance by what arrived or left', () => {
    const { ctx, issued, free } = setup()
    refused(f.token_error.BelowMinimum, () => balances.mintInto(ctx, third, ED - 1n))
    balances.mintInto(ctx, third, 2_000n)
    const burn = (amount: bigint, precision: balances.Precision) =>
      balances.burnFrom(ctx, third, amount, { precision, ...expendable })
    refused(f.token_error.FundsUnavailable, () => burn(2_001n, 'Exact'))
    assert.equal(burn(300n, 'Exact'), 300n)
    assert.deepEqual([issued(), free(third)], [1_700n, 1_700n])
    assert.equal(burn(9_999n, 'BestEffort'), 1_700n)
    assert.equal(issued(), 0n)
  })

  test('a credit given to somebody is neither made nor lost', () => {
    const { ctx, issued, free } = setup()
    const taking = { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' } as const
    const credit = balances.withdraw(ctx, rich, 1_000n, taking)
    assert.equal(balances.resolve(ctx, third, credit), true)
    assert.deepEqual([issued(), free(third)], [0n, 1_000n])
    balances.dropCredit(ctx, balances.withdraw(ctx, rich, 1_000n, taking))
    assert.equal(issued(), -1_000n)
  })
})
