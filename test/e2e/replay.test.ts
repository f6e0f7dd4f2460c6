// Two nodes fed the same blocks reach the same state roots: one makes them, others execute them.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { BlockError, type CallValue, fromHex, Header } from '@taonet/frame'
import type { Hash } from '../../packages/node/src/chain.ts'
import { Importer, type ServedBlock } from '../../packages/node/src/testing/importer.ts'
import { type NodeProcess, startNode, stopAll, temporaryFolder } from './node-process.ts'
import { FAST, Wallet } from './wallet.ts'

const folder = temporaryFolder()
let node: NodeProcess
let wallet: Wallet
let blocks: ServedBlock[]

const call = (pallet: string, name: string, args: Record<string, unknown>): CallValue => ({
  pallet,
  name,
  args,
})
const subtensor = (name: string, args: Record<string, unknown>) =>
  call('SubtensorModule', name, args)

before(async () => {
  node = await startNode(['--fast', '--tmp', '--sealing', 'manual'])
  wallet = await Wallet.of(node)
  await live()
  blocks = await served()
})
after(async () => {
  await stopAll()
  folder.remove()
})

const seal = async (count = 1) => {
  for (let i = 0; i < count; i++) await node.ask('engine_createBlock', true, true)
}
const nonces = new Map<string, number>()
async function send(uri: string, value: CallValue): Promise<void> {
  const nonce = nonces.get(uri) ?? 0
  const bytes = wallet.sign(uri, value, { nonce })
  await node.ask('author_submitExtrinsic', `0x${Buffer.from(bytes).toString('hex')}`)
  nonces.set(uri, nonce + 1)
}
const account = (uri: string) => wallet.keyOf(uri).account
const id = (uri: string) => ({ type: 'Id', value: account(uri) })

/** Fills the chain with calls of many kinds, refused ones too, and lets epochs pass. */
async function live(): Promise<void> {
  const sudo = (inner: CallValue) => call('Sudo', 'sudo', { call: inner })
  const hotkeys = ['//Owner', '//Miner1', '//Miner2']
  await seal(3)
  for (let i = 0; i < 25; i++)
    await send(['//Alice', '//Bob', '//Charlie'][i % 3]!, wallet.transfer(`//New${i}`, 10n ** 9n))
  await seal()
  await send('//Alice', subtensor('register_network', { hotkey: account('//Owner') }))
  await seal()
  await send('//Alice', subtensor('start_call', { netuid: 2 }))
  await seal()
  const netuid = 2
  const rules = [
    call('AdminUtils', 'sudo_set_admin_freeze_window', { window: 0 }),
    call('AdminUtils', 'sudo_set_subnet_emission_enabled', { netuid, enabled: true }),
    call('AdminUtils', 'sudo_set_commit_reveal_weights_enabled', { netuid, enabled: false }),
    call('AdminUtils', 'sudo_set_weights_set_rate_limit', { netuid, weights_set_rate_limit: 0n }),
  ]
  await send('//Alice', sudo(call('Utility', 'batch_all', { calls: rules })))
  await seal()
  for (const [i, hotkey] of hotkeys.entries())
    if (i > 0) {
      await send('//Bob', subtensor('burned_register', { netuid, hotkey: account(hotkey) }))
      await seal()
    }
  for (const hotkey of hotkeys)
    await send(
      '//Charlie',
      subtensor('add_stake', { hotkey: account(hotkey), netuid, amount_staked: 50n * 10n ** 9n }),
    )
  await seal()
  await send('//Alice', wallet.transfer('//Owner', 10n ** 10n))
  await seal()
  const weights = { netuid, dests: [1, 2], weights: [65_535, 30_000], version_key: 0n }
  await send('//Owner', subtensor('set_weights', weights))
  await seal(25)
  await send(
    '//Charlie',
    subtensor('remove_stake', {
      hotkey: account('//Miner1'),
      netuid,
      amount_unstaked: 10n ** 9n,
    }),
  )
  // refused: not root, not enough, an outer batch that is interrupted
  await send('//Bob', call('Balances', 'force_set_balance', { who: id('//Bob'), new_free: 1n }))
  await send('//Dave', wallet.transfer('//Eve', 10n ** 18n))
  const calls = [wallet.transfer('//Eve', 7n), wallet.transfer('//Eve', 10n ** 18n)]
  await send('//Dave', call('Utility', 'batch', { calls }))
  await seal(45)
}

async function served(): Promise<ServedBlock[]> {
  const { number } = (await node.ask('chain_getHeader')) as { number: string }
  const all: ServedBlock[] = []
  for (let at = 1; at <= Number(number); at++) {
    const hash = (await node.ask('chain_getBlockHash', at)) as Hash
    const [header, body] = await Promise.all([
      node.ask('archive_v1_header', hash) as Promise<string>,
      node.ask('archive_v1_body', hash) as Promise<string[]>,
    ])
    all.push({ hash, header: fromHex(header), body: body.map(fromHex) })
  }
  return all
}

const rootOf = ({ header }: ServedBlock) => Header.decode(header).state_root

test('the chain has calls of many kinds, which did what they should', async () => {
  const importer = new Importer(FAST)
  const results = blocks.flatMap((block) => importer.import(block))
  const { runtime, ctx } = importer.head()
  const storage = runtime.findPallet('SubtensorModule')?.storage ?? {}
  const rows = (item: string) => ctx.state.keys(storage[item]!.prefix).length
  assert.ok(rows('Uids') >= 3)
  assert.ok(rows('Weights') >= 1)
  assert.ok(rows('AlphaDividendsPerSubnet') >= 1, 'an epoch paid dividends')
  await importer.close()
  const refused = results.flatMap((result) => (result.ok ? [] : [String(result.error)]))
  assert.equal(refused.length, 2, refused.join())
  assert.match(refused[0]!, /origin/)
  assert.match(refused[1]!, /underflow/)
  assert.ok(blocks.length > 70)
  assert.ok(results.length > blocks.length + 35)
})

test('in memory and on disk, every block leads to the root of its header', async () => {
  const importers = [
    new Importer(FAST),
    new Importer(FAST, { basePath: `${folder.path}/second`, pruning: 4 }),
  ]
  for (const importer of importers) {
    for (const block of blocks) {
      importer.import(block)
      assert.equal(importer.root, rootOf(block))
    }
    importer.database.check()
    await importer.close()
  }
})

test('the second database holds the rows of the first, key by key', async () => {
  const importer = new Importer(FAST)
  for (const block of blocks) importer.import(block)
  let count = 0
  let startKey: string | null = null
  for (;;) {
    const page = (await node.ask('state_getKeysPaged', '0x', 1000, startKey)) as string[]
    const [{ changes }] = (await node.ask('state_queryStorageAt', page)) as [
      { changes: [string, string][] },
    ]
    for (const [key, value] of changes) {
      const bytes = importer.database.get(Buffer.from(key.slice(2), 'hex').toString('latin1'))
      assert.equal(`0x${Buffer.from(bytes ?? []).toString('hex')}`, value, key)
      count++
    }
    if (page.length < 1000) break
    startKey = page.at(-1)!
  }
  assert.equal([...importer.database.keysFrom('')].length, count)
  await importer.close()
})

test('a node stopped in the middle goes on where it was', async () => {
  const place = { basePath: `${folder.path}/third`, pruning: undefined }
  const half = Math.floor(blocks.length / 2)
  const first = new Importer(FAST, place)
  for (const block of blocks.slice(0, half)) first.import(block)
  await first.close()
  const second = new Importer(FAST, place)
  assert.equal(second.database.best().number, half)
  for (const block of blocks.slice(half)) second.import(block)
  assert.equal(second.root, rootOf(blocks.at(-1)!))
  await second.close()
})

test('a block that was tampered with is refused, and the right one is taken after it', async () => {
  const importer = new Importer(FAST)
  const at = blocks.findIndex(({ body }) => body.length > 10)
  for (const block of blocks.slice(0, at)) importer.import(block)
  const block = blocks[at]!
  const refuses = (tampered: ServedBlock) =>
    assert.throws(() => importer.import(tampered), BlockError)
  refuses({ ...block, body: block.body.slice(0, -1) })
  refuses({ ...block, body: [...block.body, block.body.at(-1)!] })
  refuses({ ...block, body: [block.body.at(-1)!, ...block.body.slice(0, -1)] })
  const forged = block.body.map((bytes) => bytes.slice())
  forged.at(-1)![80]! ^= 1
  refuses({ ...block, body: forged })
  const header = block.header.slice()
  header[40]! ^= 1
  refuses({ ...block, header })
  importer.import(block)
  assert.equal(importer.root, rootOf(block))
  await importer.close()
})
