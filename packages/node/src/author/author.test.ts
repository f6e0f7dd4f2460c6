import assert from 'node:assert/strict'
import { after, mock, test } from 'node:test'
import { BlockBuilder, blake2_256, type CallValue, fromHex, Header, toHex } from '@taonet/frame'
import { type Hash, isChainError } from '../chain.ts'
import { createLocalNode, type LocalNode, type LocalNodeOptions } from '../testing/local-node.ts'
import { nextTimestamp, untilTick } from './clock.ts'

const open: LocalNode[] = []
const create = (options?: LocalNodeOptions) => {
  const local = createLocalNode(options)
  open.push(local)
  return local
}
after(() => Promise.all(open.map((local) => local.close())))

/** A moment in the middle of a slot. */
const NOON = 1_800_000_000_100
const remark = (length: number): CallValue => ({
  pallet: 'System',
  name: 'remark',
  args: { remark: new Uint8Array(length) },
})

test('the time of a block is now, but at least a slot after the last one', () => {
  assert.equal(nextTimestamp(1_000, 0, 250), 1_000)
  assert.equal(nextTimestamp(1_010, 1_000, 250), 1_250)
  assert.equal(nextTimestamp(1_249, 1_249, 250), 1_250)
  assert.equal(nextTimestamp(500, 9_999, 250), 10_000)
})

test('ticks are at whole multiples of the interval', () => {
  assert.equal(untilTick(1_000, 250), 250)
  assert.equal(untilTick(1_001, 250), 249)
  assert.equal(untilTick(1_249.5, 250), 0.5)
})

test('a block follows its parent, and its hash and root are those of what is stored', () => {
  const { node } = create()
  const first = node.make({})
  const { number, hash, header } = node.make({})
  assert.equal(number, 2)
  assert.equal(header.parent_hash, first.hash)
  assert.equal(toHex(blake2_256(Header.encode(header))), hash)
  assert.equal(header.state_root, toHex(node.database.trie.root))
  node.database.check()
})

test('blocks made faster than slots pass carry time ahead of the clock', () => {
  const { node, dev } = create({ clock: () => NOON })
  assert.equal(dev.now(), NOON)
  node.make({})
  assert.equal(dev.now(), NOON - 100 + 250)
  node.make({})
  assert.equal(dev.now(), NOON - 100 + 500)
})

test('the same clock and transactions make the same blocks', async () => {
  const hashes = await Promise.all(
    [1, 2].map(async () => {
      const local = create({ clock: () => NOON })
      await local.send('//Alice', '//Bob', 5n)
      await local.send('//Bob', '//Charlie', 6n)
      return [local.node.make({}).hash, local.node.make({}).hash]
    }),
  )
  assert.deepEqual(hashes[0], hashes[1])
})

test('a transaction of the pool moves its amount once', async () => {
  const local = create()
  const before = local.free('//Bob')
  const hash = await local.send('//Alice', '//Bob', 77n)
  const { included } = local.node.make({})
  assert.deepEqual(included, [{ hash, index: 1 }])
  assert.equal(local.free('//Bob') - before, 77n)
  assert.deepEqual(local.node.make({}).included, [])
})

test('without time for them, transactions wait', async () => {
  const { node, send } = create()
  await send('//Alice', '//Bob', 1n)
  assert.equal(node.make({ budgetMs: -1 }).included.length, 0)
  assert.equal(node.make({}).included.length, 1)
})

test('what does not fit into four megabytes goes into the next block', async () => {
  const { node, signer } = create()
  for (let nonce = 0; nonce < 6; nonce++)
    await node.pool.submit(signer.sign('//Alice', remark(1_000_000), { nonce }))
  assert.equal(await node.seal({ createEmpty: false }), true)
  assert.equal(node.pool.size.ready, 2)
  assert.equal(await node.seal({ createEmpty: false }), false)
  assert.equal(node.pool.size.ready, 0)
  assert.equal(await node.seal({ createEmpty: false }), false)
  assert.equal(node.best().number, 2)
})

test('given transactions are included, or the block is refused and nothing happened', async () => {
  const { node, signer, free } = create()
  const head = node.best()
  const good = signer.sign('//Alice', signer.transfer('//Bob', 3n), { nonce: 0 })
  const stale = signer.sign('//Alice', signer.transfer('//Bob', 4n), { nonce: 0 })
  const before = free('//Bob')
  assert.throws(
    () => node.make({ transactions: [good, stale] }),
    (error) => isChainError(error, 'BLOCK_REFUSED') && /transaction 1/.test(error.message),
  )
  assert.throws(() => node.make({ transactions: [Uint8Array.of(1)] }), /transaction 0/)
  assert.deepEqual(node.best(), head)
  assert.equal(free('//Bob'), before)
  assert.equal(node.make({ transactions: [good] }).included.length, 1)
  node.database.check()
})

test('a transaction that breaks the runtime is rejected and reported; the chain goes on', async () => {
  const faults: string[] = []
  const local = create({ onFault: (_error, about) => faults.push(about) })
  const hash = await local.send('//Alice', '//Bob', 1n)
  const { push } = BlockBuilder.prototype
  const broken = mock.method(
    BlockBuilder.prototype,
    'push',
    function (this: BlockBuilder, bytes: Uint8Array) {
      if (toHex(blake2_256(bytes)) === hash) throw new RangeError('a bug of ours')
      return push.call(this, bytes)
    },
  )
  assert.deepEqual(local.node.make({}).rejected, [hash])
  broken.mock.restore()
  assert.deepEqual(faults, [`transaction ${hash}`])
  assert.equal(local.node.pool.size.ready, 0)
  local.node.database.check()
})

test('a block that cannot be stored leaves no trace', async () => {
  const local = create()
  const { node, send, free } = local
  const before = free('//Bob')
  await send('//Alice', '//Bob', 9n)
  const { commit } = node.database
  node.database.commit = () => {
    throw new Error('disk full')
  }
  assert.throws(() => node.make({}), /disk full/)
  assert.equal(node.best().number, 0)
  assert.equal(free('//Bob'), before)
  node.database.commit = commit
  assert.equal(node.make({}).included.length, 1)
  node.database.check()
})

test('a listener that fails does not stop the chain, nor keeps others from hearing', () => {
  const faults: string[] = []
  const { node } = create({ onFault: (_error, about) => faults.push(about) })
  const heard: number[] = []
  node.onBlock(() => {
    throw new Error('a bug of ours')
  })
  node.onBlock(({ number }) => heard.push(number))
  node.make({})
  assert.deepEqual([heard, faults], [[1], ['a listener to blocks']])
})

test('looking at the state, at roots too, changes nothing', async () => {
  const looking = create({ clock: () => NOON })
  const plain = create({ clock: () => NOON })
  for (const local of [looking, plain]) await local.send('//Alice', '//Bob', 5n)
  const { node } = looking
  node.call(node.best().hash, 'Core_version', new Uint8Array())
  node.author.headContext().dryRun(() => node.author.headContext().storageRoot())
  assert.equal(node.make({}).hash, plain.node.make({}).hash)
  const old = node.hashOf(0) as Hash
  assert.deepEqual(node.contextAt(old).storageRoot(), fromHex(node.header(old)!.decoded.stateRoot))
})
