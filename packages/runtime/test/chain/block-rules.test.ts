/** What blocks are made of, and what makes one invalid. */
import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/calls.ts'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { TIMESTAMP_INHERENT, now as timestampNow } from '../../src/pallets/timestamp/index.ts'
import * as utility from '../../src/pallets/utility/calls.ts'
import { keyOf, LocalChain } from './local-chain.ts'

const bob = { type: 'Id', value: keyOf('//Bob').account } as const
const alice = keyOf('//Alice').account
const pay = (value: bigint) => balances.transfer_keep_alive({ dest: bob, value })
const isInvalid = (type: string) => (error: unknown) =>
  error instanceof f.InvalidityError && error.validity.value.type === type

/** A block with one payment, made by an author. */
const made = () => new LocalChain().run(['//Alice', pay(1_000n)])

suite('a block builder', () => {
  test('leaves no trace of what cannot be included', () => {
    const [plain, tried] = [new LocalChain(), new LocalChain()]
    const [a, b] = [plain.open(), tried.open()]
    const good = plain.sign('//Alice', pay(1_000n))
    assert.throws(() => b.push(tried.sign('//Alice', pay(5n), { nonce: 4 })), isInvalid('Future'))
    const broken = good.slice()
    broken[40]! ^= 1
    assert.throws(() => b.push(broken), isInvalid('BadProof'))
    assert.throws(() => b.push(good.subarray(1)), { name: 'CodecError' })
    a.push(good)
    b.push(good)
    assert.deepEqual(tried.seal(b), plain.seal(a))
  })

  test('keeps a refused call, its fee and its nonce', () => {
    const chain = new LocalChain()
    const builder = chain.open()
    const result = builder.push(
      chain.sign('//Alice', pay(f.system.accountData(chain.ctx, alice).free)),
    )
    assert.deepEqual(result.ok === false && result.error.toWire(), {
      type: 'Token',
      value: 'FundsUnavailable',
    })
    chain.seal(builder)
    assert.equal(f.system.accountNonce(chain.ctx, alice), 1)
  })

  test('takes nothing once it is finalized', () => {
    const chain = new LocalChain()
    const builder = chain.open()
    builder.finalize()
    assert.throws(() => builder.finalize(), /once/)
  })
})

suite('importing a block', () => {
  const block = made()
  const importing = (change: Partial<f.Header>, extrinsics = block.body) => {
    const { ctx } = new LocalChain()
    return f.executeBlock(ctx, { header: { ...block.header, ...change }, extrinsics })
  }
  const refused = (code: string, run: () => unknown) =>
    assert.throws(run, (error) => error instanceof f.BlockError && error.code === code)
  const zero = `0x${'00'.repeat(32)}` as const

  test('gives the results its author saw', () => {
    assert.deepEqual(importing({}), block.results)
  })

  test('holds every part of the header against its own', () => {
    refused('STATE_ROOT_MISMATCH', () => importing({ state_root: zero }))
    refused('EXTRINSICS_ROOT_MISMATCH', () => importing({ extrinsics_root: zero }))
    const logs = [...block.header.digest.logs, f.DigestItem.decode(Uint8Array.of(0, 0))]
    refused('DIGEST_MISMATCH', () => importing({ digest: { logs } }))
    refused('BAD_NUMBER', () => importing({ number: 0 }))
  })

  test('wants inherents first', () => {
    refused('INHERENT_AFTER_TRANSACTION', () => importing({}, block.body.toReversed()))
  })

  test('refuses the same transaction twice', () => {
    refused('INVALID_EXTRINSIC', () => importing({}, [...block.body, block.body.at(-1)!]))
  })

  test('wants the time, once', () => {
    assert.throws(() => importing({}, block.body.slice(1)))
    assert.throws(() => importing({}, [block.body[0]!, ...block.body]))
  })
})

suite('the pool', () => {
  const chain = new LocalChain()
  chain.run()
  const judged = (bytes: Uint8Array, source: f.TransactionSource = 'External') =>
    f.validateTransaction(chain.ctx, { bytes, source, block_hash: chain.head.hash })
  const nested = (depth: number): f.CallValue =>
    depth === 0 ? pay(1n) : utility.batch({ calls: [nested(depth - 1)] })
  const wrapped = (depth: number): f.CallValue =>
    depth === 0 ? pay(1n) : utility.as_derivative({ index: 0, call: wrapped(depth - 1) })

  test('orders a key’s transactions by nonce', () => {
    const { account } = keyOf('//Alice')
    const tag = (nonce: number) => f.toHex(f.concatBytes(f.fromHex(account), f.u32.encode(nonce)))
    const next = judged(chain.sign('//Alice', pay(1n)))
    assert.deepEqual([next.requires, next.provides.map(f.toHex)], [[], [tag(0)]])
    const later = judged(chain.sign('//Alice', pay(1n), { nonce: 2 }))
    assert.deepEqual(
      [later.requires, later.provides].map((list) => list.map(f.toHex)),
      [[tag(1)], [tag(2)]],
    )
  })

  test('takes calls nested eight deep and no deeper', () => {
    assert(judged(chain.sign('//Alice', wrapped(8))))
    assert.throws(() => judged(chain.sign('//Alice', wrapped(9))), isInvalid('Call'))
    assert(judged(chain.sign('//Alice', nested(3))))
  })

  test('counts a set as a level, even one of integers, but no list of integers', () => {
    const around = (call: f.CallValue, depth: number): f.CallValue =>
      depth === 0 ? call : utility.as_derivative({ index: 0, call: around(call, depth - 1) })
    const judge = (call: f.CallValue, depth: number) => () =>
      judged(chain.sign('//Alice', around(call, depth)))
    const claim = SubtensorModule.calls.claim_root({ subnets: [0] })
    assert.doesNotThrow(judge(claim, 7))
    assert.throws(judge(claim, 8), isInvalid('Call'))
    const dests = [0]
    const weights = { netuid: 0, dests, weights: dests, version_key: 0n }
    assert.doesNotThrow(judge(SubtensorModule.calls.set_weights(weights), 8))
  })

  test('takes no calls that nest deeper than blocks may hold them', () => {
    const applied = (depth: number) =>
      chain.ctx.dryRun(() => f.applyExtrinsic(chain.ctx, chain.sign('//Alice', wrapped(depth))))
    assert.doesNotThrow(() => applied(256))
    for (const depth of [257, 300]) {
      assert.throws(() => applied(depth), isInvalid('Call'))
      assert.throws(() => judged(chain.sign('//Alice', wrapped(depth))), isInvalid('Call'))
    }
  })

  test('asks each level of a call for its weight, class and fee only once', () => {
    const { class: kind, pays_fee } = f.dispatchInfo(chain.ctx, nested(100))
    assert.deepEqual([kind, pays_fee], ['Normal', 'Yes'])
  })

  test('takes no inherents', () => {
    const [inherent] = made().body
    assert.throws(() => judged(inherent!), f.InvalidityError)
  })

  test('changes nothing', () => {
    const before = f.toHex(chain.ctx.storageRoot())
    judged(chain.sign('//Alice', pay(1n)))
    assert.equal(f.toHex(chain.ctx.storageRoot()), before)
    assert.equal(f.system.storage.Number.get(chain.ctx), 1)
  })
})

suite('inherents of others', () => {
  const chain = new LocalChain()
  chain.run()
  const now = timestampNow(chain.ctx)
  const name = f.toHex(f.utf8(TIMESTAMP_INHERENT))
  const timeAt = (ms: bigint) => f.bare({ pallet: 'Timestamp', name: 'set', args: { now: ms } })
  const remark = f.bare({ pallet: 'System', name: 'remark', args: { remark: f.utf8('x') } })
  /** Okay, fatal, and the errors by name. */
  const answer = (...extrinsics: f.Extrinsic[]) => {
    const { header } = made()
    const block = f.system.types.Block.encode({ header, extrinsics })
    const data = f.btreeMap(f.bytesN(8), f.bytes).encode(new Map([[name, f.u64.encode(now)]]))
    const input = f.concatBytes(block, data)
    return f.toHex(f.callApi(chain.ctx, 'BlockBuilder_check_inherents', input))
  }
  const fatal = (index: number) => `0x000104${name.slice(2)}040${index}`

  test('are judged by the time, until the first extrinsic that is none', () => {
    assert.equal(answer(timeAt(now + 30_000n)), '0x010000')
    assert.equal(answer(timeAt(now)), fatal(0))
    assert.equal(answer(timeAt(now + 30_001n)), fatal(1))
    assert.equal(answer(timeAt(now), timeAt(now + 30_001n)), fatal(0))
    assert.equal(answer(remark, timeAt(now)), '0x010000')
  })
})
