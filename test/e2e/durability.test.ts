// What survives: a killed process, a damaged file, a second node, another chain's folder.
import assert from 'node:assert/strict'
import { copyFileSync, openSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fromHex } from '@taonet/frame'
import { networkOf, spec425 } from '@taonet/runtime'
import { openChain } from '../../packages/node/src/open-chain.ts'
import { startNode, stopAll, temporaryFolder } from './node-process.ts'
import { FAST, Wallet } from './wallet.ts'

const folder = temporaryFolder()
after(async () => {
  await stopAll()
  folder.remove()
})
const FLAGS = ['--fast', '--sealing', '40']
const flagsFor = (name: string) => [...FLAGS, '--base-path', join(folder.path, name)]
const fileOf = (name: string) => join(folder.path, name, 'db', 'data.mdb')

/** The number of the last block that the log reports. */
const lastImported = (log: string) => Number([...log.matchAll(/Imported #(\d+)/g)].at(-1)?.[1] ?? 0)

/** Behind a length of two bytes stands what kind of extrinsic it is. */
const isSigned = (extrinsic: Uint8Array) => extrinsic[2] === 0x84

/** Opens a stopped node's chain in this process and checks all of it. */
async function inspect(name: string): Promise<{ best: number; transfers: number }> {
  const network = networkOf(FAST)
  const place = { basePath: join(folder.path, name), pruning: undefined }
  const database = openChain(spec425(network.settings), network, place)
  try {
    const { number: best, hash } = database.best()
    assert.deepEqual(database.finalized(), { number: best, hash })
    let transfers = 0
    for (let number = 1; number <= best; number++) {
      const header = database.header(database.hashOf(number)!)!
      assert.deepEqual(header.subarray(0, 32), fromHex(database.hashOf(number - 1)!))
      transfers += database.body(database.hashOf(number)!)!.filter(isSigned).length
    }
    database.check()
    return { best, transfers }
  } finally {
    await database.close()
  }
}

test('killed while it makes blocks, a node continues and has lost nothing final', async () => {
  let nonce = 0
  let known = 0
  for (let round = 0; round < 6; round++) {
    const node = await startNode(flagsFor('killed'))
    const wallet = await Wallet.of(node)
    await node.printed(`Imported #${known + 1} `)
    let accepted = 0
    const sending = (async () => {
      for (;;) {
        await wallet.send('//Alice', '//Bob', 1n, nonce)
        nonce++
        accepted++
      }
    })().catch(() => {})
    while (accepted < 5) await new Promise((done) => setTimeout(done, 5))
    // some more blocks, and then at any moment of making one
    await node.printed(`Imported #${lastImported(node.log()) + 5} `)
    await new Promise((done) => setTimeout(done, (round * 37) % 20))
    await node.stop('SIGKILL')
    await sending
    const reported = lastImported(node.log())
    assert.ok(reported > known, 'it continued from where it was')
    const { best, transfers } = await inspect('killed')
    assert.ok(best >= reported, `block ${reported} was reported, ${best} is there`)
    assert.ok(best <= reported + 1)
    known = best
    // what was still waiting died with the process; the chain says which nonce is next
    nonce = transfers
  }
  assert.ok(nonce >= 6, 'each round had a transfer')
  const node = await startNode(flagsFor('killed'))
  const wallet = await Wallet.of(node)
  const { publicKey } = wallet.keyOf('//Alice')
  assert.ok(publicKey.length === 32)
  await wallet.send('//Alice', '//Bob', 1n, nonce)
  await node.printed(`Imported #${lastImported(node.log()) + 3} `)
  assert.equal((await node.stop()).code, 0)
  assert.equal((await inspect('killed')).transfers, nonce + 1)
})

test('a second node on the same folder says who has it; the first goes on', async () => {
  const first = await startNode(flagsFor('shared'))
  const second = await startNode(flagsFor('shared'), { isAwaited: false })
  assert.deepEqual(await second.ended, { code: 1, signal: null })
  assert.match(second.log(), /^the folder is in use by process \d+ on .+ \(database .+\)\n$/m)
  assert.ok(!second.log().includes('at '), 'a sentence, no stack')
  const seen = lastImported(first.log())
  await first.printed(`Imported #${seen + 3} `)
  await first.stop()
  const third = await startNode(flagsFor('shared'))
  await third.stop()
  assert.ok((await inspect('shared')).best >= seen + 3)
})

test('a damaged file is named and left as it is', async () => {
  const node = await startNode(flagsFor('damaged'))
  await node.printed('Imported #40 ')
  await node.stop()
  const file = fileOf('damaged')
  const backup = join(folder.path, 'backup')
  copyFileSync(file, backup)
  const { size } = statSync(file)
  const damages: [string, () => void][] = [
    ['cut', () => truncateSync(file, Math.floor(size / 2))],
    ['overwritten', () => writeAt(file, 0, Buffer.alloc(8192, 0xa5))],
    [
      'no database',
      () => writeAt(file, 0, Buffer.from('hello, this is a text file. '.repeat(500))),
    ],
  ]
  for (const [what, damage] of damages) {
    copyFileSync(backup, file)
    damage()
    const broken = await startNode(flagsFor('damaged'), { isAwaited: false })
    assert.deepEqual(await broken.ended, { code: 1, signal: null }, `${what}: ${broken.log()}`)
    assert.match(broken.log(), /damaged/, what)
    assert.ok(!broken.log().includes('    at '), `${what}: a sentence, no stack`)
  }
  copyFileSync(backup, file)
  const healed = await startNode(flagsFor('damaged'))
  await healed.stop()
  assert.ok((await inspect('damaged')).best >= 40)
})

function writeAt(file: string, position: number, bytes: Buffer): void {
  const fd = openSync(file, 'r+')
  writeSync(fd, bytes, 0, bytes.length, position)
}

test('random damage never makes a node run on a broken chain', async () => {
  const node = await startNode(flagsFor('dice'))
  await node.printed('Imported #30 ')
  await node.stop()
  const file = fileOf('dice')
  const backup = join(folder.path, 'backup-dice')
  copyFileSync(file, backup)
  const { size } = statSync(file)
  let seed = 11
  const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below
  for (let round = 0; round < 5; round++) {
    copyFileSync(backup, file)
    writeAt(file, random(size - 4096), Buffer.alloc(4096, random(256)))
    const broken = await startNode(flagsFor('dice'), { isAwaited: false })
    const ended = await Promise.race([
      broken.ended,
      broken.printed(/Imported #\d+/).then(
        () => 'runs' as const,
        () => broken.ended,
      ),
    ])
    // damage in pages that nobody needs any more is no damage
    if (ended === 'runs') await broken.stop()
    else assert.equal(ended.signal, null, `round ${round} ended by a signal: ${broken.log()}`)
  }
})

test('the folder of another chain is refused', async () => {
  const node = await startNode(flagsFor('other'))
  await node.stop()
  const base = ['--base-path', join(folder.path, 'other'), '--sealing', 'manual']
  const slow = await startNode(base, { isAwaited: false })
  assert.equal((await slow.ended).code, 1)
  assert.match(slow.log(), /belongs to the chain with genesis 0x/)
})

test('a folder that cannot be made is named', async () => {
  const file = join(folder.path, 'file')
  writeFileSync(file, '')
  const blocked = await startNode(['--base-path', join(file, 'x')], { isAwaited: false })
  assert.equal((await blocked.ended).code, 1)
  assert.ok(blocked.log().includes(file))
  assert.ok(!blocked.log().includes('    at '), 'a sentence, no stack')
})
