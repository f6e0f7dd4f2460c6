/** The price of gas, and the calls of the EVM that run no code. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/index.ts'
import { BaseFee } from '../../src/pallets/base-fee/index.ts'
import { EVM, mirrorOf, truncated } from '../../src/pallets/evm/index.ts'
import { ALICE, BOB, OpenBlock, refused } from './open-block.ts'

const { calls, storage, hooks, events } = BaseFee
const GWEI = 1_000_000_000n
/** A block's time, in picoseconds. */
const FULL = 4_000_000_000_000n

suite('the price of gas', () => {
  /** The price after a block that used so much of its time. */
  function after(used: bigint, before = 20n * GWEI) {
    const block = new OpenBlock()
    const { ctx } = block
    storage.BaseFeePerGas.set(ctx, before)
    f.system.storage.BlockWeight.set(ctx, {
      normal: f.weight(used),
      operational: f.NO_WEIGHT,
      mandatory: f.NO_WEIGHT,
    })
    hooks.on_finalize(ctx)
    return { fee: storage.BaseFeePerGas.get(ctx), names: block.names() }
  }

  test('falls below half-full blocks, by an eighth at most', () => {
    assert.equal(after(0n).fee, (20n * GWEI * 7n) / 8n)
    assert.equal(after(FULL / 4n).fee, (20n * GWEI * 15n) / 16n)
  })

  test('stays in half-full blocks', () => {
    assert.equal(after(FULL / 2n).fee, 20n * GWEI)
  })

  test('rises above half-full blocks, by an eighth at most', () => {
    assert.equal(after((FULL * 3n) / 4n).fee, (20n * GWEI * 17n) / 16n)
    assert.equal(after(FULL).fee, (20n * GWEI * 9n) / 8n)
    assert.equal(after(2n * FULL).fee, (20n * GWEI * 9n) / 8n)
  })

  test('never falls below half of the first one', () => {
    assert.equal(after(0n, 11n * GWEI).fee, 10n * GWEI)
  })

  test('does not leave 256 bits', () => {
    const huge = (1n << 256n) - 1n
    assert.deepEqual(after(FULL, huge), { fee: huge, names: ['BaseFee.BaseFeeOverflow'] })
  })

  test('is what root says while it is not elastic', () => {
    const block = new OpenBlock()
    block.asRoot(calls.set_elasticity({ elasticity: 0 }))
    block.asRoot(calls.set_base_fee_per_gas({ fee: 7n }))
    assert.deepEqual(block.said(), [
      events.NewElasticity({ elasticity: 0 }),
      events.NewBaseFeePerGas({ fee: 7n }),
    ])
    hooks.on_finalize(block.ctx)
    assert.equal(storage.BaseFeePerGas.get(block.ctx), 7n)
  })
})

suite('the EVM', () => {
  test('gives TAO back to whose address it is', () => {
    const block = new OpenBlock()
    const { ctx } = block
    const address = truncated(ALICE)
    balances.mintInto(ctx, mirrorOf(address), 5000n)
    const before = balances.freeBalance(ctx, ALICE)
    const withdraw = EVM.calls.withdraw({ address, value: 5000n })
    refused(f.BadOrigin, () => block.as(BOB, withdraw))
    block.as(ALICE, withdraw)
    assert.equal(balances.freeBalance(ctx, ALICE), before + 5000n)
    refused(f.token_error.FundsUnavailable, () => block.as(ALICE, withdraw))
  })

  test('knows the accounts behind addresses', () => {
    const known = {
      '0x0000000000000000000000000000000000000000':
        '0xc2cdcf01af7163d2d99b2ec87954e4c1b735e9e9ea80f8775bf29dd9457eaca1',
      '0x1111111111111111111111111111111111111111':
        '0x32f955c958e51189a4921aed41ef00818f7368dfaec8d9969f091006f8066228',
      '0x0000000000000000000000000000000000000803':
        '0x3a8618fbbb1bbc478664ff5346180c35d09fac26f2027085b31c56c1063c1cd3',
    }
    for (const [address, account] of Object.entries(known)) assert.equal(mirrorOf(address), account)
  })

  test('has a whitelist that root keeps', () => {
    const block = new OpenBlock()
    block.asRoot(EVM.calls.set_whitelist({ new: [truncated(BOB)] }))
    block.asRoot(EVM.calls.disable_whitelist({ disabled: true }))
    assert.deepEqual(EVM.storage.WhitelistedCreators.get(block.ctx), [truncated(BOB)])
    assert.equal(EVM.storage.DisableWhitelistCheck.get(block.ctx), true)
  })
})
