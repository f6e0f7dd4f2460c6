import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Header, type Runtime, system, toHex } from '@taonet/frame'
import { type Hash, isChainError } from './chain.ts'
import { createLocalNode, type LocalNode, type LocalNodeOptions } from './testing/local-node.ts'

const open: LocalNode[] = []
const create = (options?: LocalNodeOptions) => {
  const local = createLocalNode(options)
  open.push(local)
  return local
}
after(() => Promise.all(open.map((local) => local.close())))

const NOON = 1_800_000_000_100
const refused = (code: 'EMPTY_POOL' | 'BLOCK_REFUSED' | 'DEV_INPUT') => (error: unknown) =>
  isChainError(error, code)
/** Milliseconds that the head carries. */
const timeOf = ({ node }: LocalNode) => node.author.earliestTimeMs() - 250
const hex = (changes: readonly (readonly [string, Uint8Array | undefined])[]) =>
  changes.map(([key, value]) => [key, value && toHex(value)])

test('blocks on demand: empty ones when asked, on the head only', async () => {
  const { dev, node, send } = create()
  await assert.rejects(dev.createBlock({ createEmpty: false }), refused('EMPTY_POOL'))
  await send('//Alice', '//Bob', 1n)
  const { hash, number } = await dev.createBlock({ createEmpty: false })
  assert.deepEqual(node.best(), { hash, number })
  const parent = node.genesisHash
  await assert.rejects(dev.createBlock({ createEmpty: true, parent }), refused('BLOCK_REFUSED'))
})

test('many blocks in a row give others their turn', async () => {
  const { dev } = create()
  let turns = 0
  const count = setInterval(() => turns++, 1)
  for (let i = 0; i < 300; i++) await dev.createBlock({ createEmpty: true })
  clearInterval(count)
  assert.ok(turns > 0)
})

test('time travels forward only, and goes on from there', async () => {
  const local = create({ clock: () => NOON })
  const { dev } = local
  await dev.createBlock({ createEmpty: true })
  dev.timeTravel(NOON + 3_600_000)
  assert.equal(dev.now(), NOON + 3_600_000)
  await dev.createBlock({ createEmpty: true })
  assert.equal(timeOf(local), NOON - 100 + 3_600_000)
  await dev.createBlock({ createEmpty: true })
  assert.equal(timeOf(local), NOON - 100 + 3_600_250)
  assert.throws(() => dev.timeTravel(NOON), refused('DEV_INPUT'))
  assert.throws(() => dev.timeTravel(NOON + 3_600_260), refused('DEV_INPUT'))
})

test('edits of storage are part of the state, and of its root', async () => {
  const { dev, node, signer, free } = create()
  const before = node.database.trie.root
  const key = signer.keyOf('//Nobody')
  const change = dev
    .storageItem('system', 'account')
    .change([toHex(key.publicKey)], { providers: 1, data: { free: '1,000', flags: 0 } })
  dev.setStorage([change])
  assert.equal(free('//Nobody'), 1_000n)
  assert.notDeepEqual(node.database.trie.root, before)
  await dev.createBlock({ createEmpty: true })
  node.database.check()
  assert.equal(free('//Nobody'), 1_000n)
  assert.throws(() => dev.storageItem('System', 'Nothing'), refused('DEV_INPUT'))
  const item = dev.storageItem('System', 'Account')
  assert.throws(() => item.change([], {}), refused('DEV_INPUT'))
  assert.throws(() => item.change(['5Grw'], {}), refused('DEV_INPUT'))
  assert.throws(() => item.change([toHex(key.publicKey)], { nonce: 2 ** 40 }), refused('DEV_INPUT'))
})

test('whole maps can be removed', async () => {
  const { dev, node } = create()
  await dev.createBlock({ createEmpty: true })
  const { prefix } = dev.storageItem('System', 'BlockHash')
  assert.notEqual([...node.database.keysFrom(prefix)].length, 0)
  dev.removePrefix(prefix)
  assert.equal([...node.database.keysFrom(prefix)].length, 0)
  node.database.check()
})

test('the head moves back, and what was included may be again', async () => {
  const { dev, node, signer, free, send } = create()
  const before = free('//Bob')
  const bytes = signer.sign('//Alice', signer.transfer('//Bob', 5n), { nonce: 0 })
  await node.pool.submit(bytes)
  await dev.createBlock({ createEmpty: true })
  await send('//Alice', '//Bob', 6n)
  dev.setHead(node.genesisHash)
  assert.equal(free('//Bob'), before)
  assert.deepEqual(node.pool.size.future, 1, 'the second waits for the first')
  await node.pool.submit(bytes)
  await dev.createBlock({ createEmpty: true })
  assert.equal(free('//Bob'), before + 11n)
  node.database.check()
})

test('a snapshot brings back head, time, edited state and pool', async () => {
  const local = create({ clock: () => NOON })
  const { dev, node, signer, free, send } = local
  await dev.createBlock({ createEmpty: true })
  await send('//Alice', '//Bob', 1n)
  const head = node.best()
  const root = node.database.trie.root
  const id = dev.snapshot()
  const later = dev.snapshot()
  dev.setStorage([[':edited', Uint8Array.of(1)]])
  await dev.createBlock({ createEmpty: true })
  dev.timeTravel(NOON + 9_000_000)
  await dev.createBlock({ createEmpty: true })
  await send('//Bob', '//Charlie', 2n)
  assert.ok(dev.revert(id))
  assert.deepEqual(node.best(), head)
  assert.deepEqual(node.database.trie.root, root)
  assert.equal(dev.now(), NOON - 100 + 250)
  assert.equal(node.pool.contents().length, 1)
  const before = free('//Bob')
  await dev.createBlock({ createEmpty: false })
  assert.equal(free('//Bob'), before + 1n)
  assert.ok(!dev.revert(id), 'a snapshot serves once')
  assert.ok(!dev.revert(later), 'later ones are gone with it')
  node.database.check()
  assert.equal(system.accountNonce(node.author.headContext(), signer.keyOf('//Alice').account), 1)
})

test('snapshots nest, also around edits of the same head', () => {
  const { dev, node } = create()
  const valueNow = () => node.database.get(':edited')?.[0]
  const outer = dev.snapshot()
  dev.setStorage([[':edited', Uint8Array.of(1)]])
  const inner = dev.snapshot()
  dev.setStorage([[':edited', Uint8Array.of(2)]])
  assert.ok(dev.revert(inner))
  assert.equal(valueNow(), 1)
  assert.ok(dev.revert(outer))
  assert.equal(valueNow(), undefined)
  node.database.check()
})

test('the way of sealing can be read and changed', () => {
  const { dev } = create()
  assert.equal(dev.buildMode(), 'Manual')
  dev.setBuildMode('Instant')
  assert.equal(dev.buildMode(), 'Instant')
  dev.setIntervalMs(60_000)
  assert.equal(dev.buildMode(), 'Batch')
  dev.setIntervalMs(0)
  assert.equal(dev.buildMode(), 'Manual')
})

test('a dry run tells what an extrinsic would do, and does nothing', async () => {
  const [looking, plain] = [create({ clock: () => NOON }), create({ clock: () => NOON })]
  const { node, dev, signer } = looking
  const bytes = signer.sign('//Alice', signer.transfer('//Bob', 5n), { nonce: 0 })
  const { outcome, changes } = await dev.dryRun(bytes, node.best().hash)
  assert.equal(toHex(outcome), '0x0000')
  const bob = system.storage.Account.keyOf(signer.keyOf('//Bob').account)
  assert.ok(changes.some(([key]) => key === bob))
  const stale = signer.sign('//Alice', signer.transfer('//Bob', 5n), { nonce: 4 })
  assert.equal(toHex((await dev.dryRun(stale, node.best().hash)).outcome), '0x010002')
  assert.equal(node.make({}).hash, plain.node.make({}).hash)
  assert.equal(toHex((await dev.dryRun(bytes, node.genesisHash)).outcome), '0x0000')
})

test('a block run phase by phase changes what it changed when it was made', async () => {
  const { node, dev, send } = create()
  for (let i = 0; i < 3; i++) await send('//Alice', '//Bob', 5n)
  const parent = node.best().hash
  const { hash, header, body } = node.make({})
  for (const at of ['as the head', 'as an old block']) {
    const phases = await dev.runBlock(parent, Header.encode(header), body)
    assert.deepEqual(
      phases.map(({ phase }) => phase),
      ['Initialization', 0, 1, 2, 3, 'Finalization'],
      at,
    )
    const all = new Map(phases.flatMap(({ changes }) => changes))
    const real = node.changesOf(hash)
    const touched = [...all].filter(([key]) => real.some(([other]) => other === key))
    assert.deepEqual(hex(touched.sort(([a], [b]) => (a < b ? -1 : 1))), hex(real), at)
    node.make({})
  }
  const broken = dev.runBlock(parent, Header.encode(header), [Uint8Array.of(4, 5)])
  await assert.rejects(broken, refused('BLOCK_REFUSED'))
})

test('invariants of the first blocks hold', () => {
  const local = create()
  for (let i = 0; i < 25; i++) local.node.make({})
  const ctx = local.node.author.headContext()
  const runtime: Runtime = ctx.runtime
  for (const { pallet } of runtime.entries) ctx.dryRun(() => pallet.hooks?.try_state?.(ctx))
  assert.equal(local.node.hashOf(26), undefined as Hash | undefined)
})
