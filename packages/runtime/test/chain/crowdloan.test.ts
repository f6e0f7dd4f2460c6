/** Crowdloan: limits of contributions, refunds in parts, ends. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import { Crowdloan } from '../../src/pallets/crowdloan/index.ts'
import { fundsAccount } from '../../src/pallets/crowdloan/loans.ts'
import { Preimage } from '../../src/pallets/preimage/index.ts'
import { ALICE, BOB, CHARLIE, nobody, OpenBlock, refused } from './open-block.ts'

const { calls, errors, storage } = Crowdloan
const TAO = 1_000_000_000n
const loan = { crowdloan_id: 0 }
const remark = (length = 0) => f.System.calls.remark({ remark: new Uint8Array(length) })

/** Alice raises 100 TAO with a deposit of 10. */
function setup(
  target?: f.AccountId,
  call: f.CallValue | undefined = target ? undefined : remark(),
) {
  const block = new OpenBlock()
  const end = block.ctx.block + 50_400
  const amounts = { deposit: 10n * TAO, min_contribution: TAO, cap: 100n * TAO, end }
  block.as(ALICE, calls.create({ ...amounts, call, target_address: target }))
  block.said()
  const { ctx } = block
  const give = (who: f.AccountId, amount: bigint) =>
    block.as(who, calls.contribute({ ...loan, amount }))
  const own = (call: f.CallValue) => block.as(ALICE, call)
  const info = () => storage.Crowdloans.get(ctx, 0)!
  const funds = () => balances.freeBalance(ctx, fundsAccount(ctx, 0))
  return { block, ctx, give, own, info, funds }
}

suite('contributions', () => {
  test('are cut to what is missing', () => {
    const { ctx, give, info, funds } = setup()
    give(BOB, 80n * TAO)
    give(CHARLIE, 30n * TAO)
    assert.equal(storage.Contributions.get(ctx, 0, CHARLIE), 10n * TAO)
    assert.deepEqual(
      [info().raised, funds(), info().contributors_count],
      [100n * TAO, 100n * TAO, 3],
    )
    refused(errors.CapRaised, () => give(BOB, TAO))
  })

  test('stay under the limit for one account', () => {
    const { ctx, give, own } = setup()
    const limit = (new_max_contribution: bigint | undefined) =>
      own(calls.set_max_contribution({ ...loan, new_max_contribution }))
    refused(errors.MaximumContributionTooLow, () => limit(9n * TAO))
    limit(20n * TAO)
    give(BOB, 15n * TAO)
    give(BOB, 15n * TAO)
    assert.equal(storage.Contributions.get(ctx, 0, BOB), 20n * TAO)
    refused(errors.MaxContributionReached, () => give(BOB, TAO))
    const min = (new_min_contribution: bigint) =>
      own(calls.update_min_contribution({ ...loan, new_min_contribution }))
    refused(errors.MinimumContributionTooHigh, () => min(21n * TAO))
    refused(errors.MinimumContributionTooLow, () => min(99_999_999n))
    limit(undefined)
    min(2n * TAO)
    refused(errors.ContributionTooLow, () => give(BOB, TAO))
  })

  test('end in time and by number', () => {
    const { ctx, give, info } = setup()
    const many = { ...info(), contributors_count: 500 }
    storage.Crowdloans.set(ctx, 0, many)
    refused(errors.MaxContributorsReached, () => give(BOB, TAO))
    storage.Crowdloans.set(ctx, 0, { ...many, contributors_count: 1 })
    ctx.block = info().end
    refused(errors.ContributionPeriodEnded, () => give(BOB, TAO))
  })

  test('come back but for the creator’s deposit', () => {
    const { block, ctx, give, own, info, funds } = setup()
    give(ALICE, 5n * TAO)
    own(calls.withdraw(loan))
    assert.equal(storage.Contributions.get(ctx, 0, ALICE), 10n * TAO)
    refused(errors.DepositCannotBeWithdrawn, () => own(calls.withdraw(loan)))
    refused(errors.NoContribution, () => block.as(BOB, calls.withdraw(loan)))
    give(BOB, 5n * TAO)
    block.as(BOB, calls.withdraw(loan))
    assert.deepEqual([info().contributors_count, info().raised, funds()], [1, 10n * TAO, 10n * TAO])
  })
})

suite('ends', () => {
  test('give contributions back, fifty in a call', () => {
    const { block, ctx, own, info, funds } = setup()
    const others = Array.from({ length: 51 }, (_, i) => nobody(i + 1))
    for (const who of others) storage.Contributions.set(ctx, 0, who, TAO)
    balances.mintInto(ctx, fundsAccount(ctx, 0), 51n * TAO)
    storage.Crowdloans.set(ctx, 0, { ...info(), raised: 61n * TAO, contributors_count: 52 })
    refused(errors.NotReadyToDissolve, () => own(calls.dissolve(loan)))
    assert.deepEqual(own(calls.refund(loan)), {})
    assert.equal(block.names().at(-1), 'Crowdloan.PartiallyRefunded')
    assert.deepEqual([info().raised, info().contributors_count], [11n * TAO, 2])
    const { actual_weight } = own(calls.refund(loan))
    const one = f.weight(110_703_000n + 39_503_253n, 3747n + 2579n)
    assert.deepEqual(actual_weight, f.addWeight(one, f.dbReadsWrites(4, 2)))
    assert.equal(block.names().at(-1), 'Crowdloan.AllRefunded')
    assert.equal(funds(), 10n * TAO)
  })

  test('by dissolution leave nothing behind', () => {
    const { block, ctx, own } = setup(undefined, remark(200))
    const kept = Preimage.storage.PreimageFor
    assert.equal(kept.any(ctx), true)
    refused(errors.InvalidOrigin, () => block.as(BOB, calls.dissolve(loan)))
    own(calls.dissolve(loan))
    assert.equal(storage.Crowdloans.any(ctx), false)
    assert.equal(storage.Contributions.any(ctx), false)
    assert.equal(f.system.accountExists(ctx, fundsAccount(ctx, 0)), false)
    assert.equal(kept.any(ctx), false)
  })

  test('by a payment pay what was raised', () => {
    const { block, ctx, give, own, info } = setup(nobody(9))
    refused(errors.CapNotRaised, () => own(calls.finalize(loan)))
    give(BOB, 90n * TAO)
    refused(errors.InvalidOrigin, () => block.as(BOB, calls.finalize(loan)))
    own(calls.finalize(loan))
    assert.equal(balances.freeBalance(ctx, nobody(9)), 100n * TAO)
    assert.equal(info().finalized, true)
    refused(errors.AlreadyFinalized, () => own(calls.finalize(loan)))
    refused(errors.AlreadyFinalized, () => own(calls.withdraw(loan)))
  })

  test('by a call that fails change nothing', () => {
    const failing = f.System.calls.set_heap_pages({ pages: 1n })
    const { ctx, give, own, info } = setup(undefined, failing)
    give(BOB, 90n * TAO)
    refused(f.BadOrigin, () => own(calls.finalize(loan)))
    assert.equal(info().finalized, false)
    assert.equal(storage.CurrentCrowdloanId.has(ctx), false)
  })

  test('by a call that is gone are refused', () => {
    const { ctx, give, own } = setup(undefined, remark(200))
    give(BOB, 90n * TAO)
    Preimage.storage.PreimageFor.clear(ctx)
    refused(errors.CallUnavailable, () => own(calls.finalize(loan)))
  })
})

test('a crowdloan asks for sensible things', () => {
  const block = new OpenBlock()
  const end = block.ctx.block + 50_400
  const sensible = {
    ...{ deposit: 10n * TAO, min_contribution: TAO, cap: 100n * TAO, end },
    ...{ call: remark(), target_address: undefined },
  }
  const create = (change: Partial<typeof sensible> | { target_address: f.AccountId }) => () =>
    block.as(nobody(1), calls.create({ ...sensible, ...change }))
  refused(errors.DepositTooLow, create({ deposit: 10n * TAO - 1n }))
  refused(errors.CapTooLow, create({ cap: 10n * TAO }))
  refused(errors.MinimumContributionTooLow, create({ min_contribution: 99_999_999n }))
  refused(errors.InvalidFinalizationConfig, create({ target_address: BOB }))
  refused(errors.CannotEndInPast, create({ end: block.ctx.block }))
  refused(errors.BlockDurationTooShort, create({ end: end - 1 }))
  refused(errors.BlockDurationTooLong, create({ end: block.ctx.block + 432_001 }))
  refused(errors.InsufficientBalance, create({}))
})
