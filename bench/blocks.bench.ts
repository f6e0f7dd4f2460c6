/**
 * Empty blocks sealed manually on the genesis of a local network, fast blocks:
 * `node --conditions=source bench/blocks.bench.ts`.
 *
 * A node as its own process, in memory and on disk; blocks are asked for one by one over a WebSocket
 * (`engine_createBlock`), so each figure includes a round trip, and on disk a write that the disk has confirmed.
 * Five times a thousand blocks in a row: later rows show what a longer chain costs.
 *
 * target  1,000 blocks in less than 3 s
 *
 * RESULTS
 */
import { Client } from '../packages/node/src/rpc/testing/client.ts'
import { startNode, stopAll, temporaryFolder } from '../test/e2e/node-process.ts'
import { printHead, printVerdict } from './print.ts'

const BLOCKS = 1000
const ROUNDS = 5
const TARGET_MS = 3000

const folder = temporaryFolder()
const CASES: readonly (readonly [name: string, flags: readonly string[]])[] = [
  ['in memory', ['--tmp']],
  ['on disk', ['--base-path', `${folder.path}/disk`]],
  ['on disk, 256 states', ['--base-path', `${folder.path}/pruned`, '--pruning', '256']],
]

async function thousandBlocks(client: Client): Promise<number> {
  const startedAt = performance.now()
  for (let i = 0; i < BLOCKS; i++) await client.result('engine_createBlock', [true, true])
  return performance.now() - startedAt
}

printHead(`${BLOCKS} blocks in less than ${TARGET_MS} ms, from the first on`)
console.log(
  `                     │ ${Array.from({ length: ROUNDS }, (_, i) => `${i + 1}. thousand`).join(' ')}`,
)
let isMet = true
for (const [name, flags] of CASES) {
  const node = await startNode(['--fast', '--sealing', 'manual', ...flags])
  const client = await Client.connect(node.port)
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round++) times.push(await thousandBlocks(client))
  client.close()
  await node.stop()
  console.log(`${name.padEnd(20)} │ ${times.map((ms) => ms.toFixed(0).padStart(11)).join(' ')}`)
  isMet &&= times[0]! < TARGET_MS
}
await stopAll()
folder.remove()
printVerdict(isMet)
