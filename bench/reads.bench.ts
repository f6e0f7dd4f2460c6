/**
 * A client's reads of a large network, over HTTP from a node with its database on disk:
 * `node --conditions=source bench/reads.bench.ts`.
 *
 * 128 subnets of 256 neurons (large-network.ts). "first" is the first answer of a fresh node, "warm" the best of
 * several; a walk through keys asks for pages of 1,000 as @polkadot/api does.
 *
 * target  get_metagraph of 256 neurons within 5 ms, warm
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as f from '@taonet/frame'
import {
  type Hash,
  Node,
  nodeMethods,
  openDatabase,
  type RpcServer,
  SignatureVerifier,
  startRpcServer,
} from '@taonet/node'
import { PROPERTIES } from '@taonet/runtime'
import * as s from '../packages/runtime/src/pallets/subtensor/storage.ts'
import { LargeNetwork } from './large-network.ts'
import { printHead, printVerdict } from './print.ts'

const SUBNETS = 128
const NETUID = 64
const PAGE = 1000

/** Serves the network from a database in this folder. */
async function serve(network: LargeNetwork, folder: string): Promise<RpcServer> {
  const changes = network.rows()
  const trie = f.Trie.empty()
  trie.update(changes)
  const header = f.Header.encode({
    ...{ parent_hash: f.ZERO_H256, number: 0, digest: { logs: [] } },
    ...{ state_root: f.toHex(trie.root), extrinsics_root: f.ZERO_H256 },
  })
  const hash = f.toHex(f.blake2_256(header)) as Hash
  const database = openDatabase(join(folder, 'db'), hash, { pruning: undefined })
  const empty = database.trie.fork()
  empty.update(changes)
  database.commit({ number: 0, hash, header, body: [], changes, trie: empty })
  const spec = { name: 'bench', id: 'bench', chainType: 'Local', properties: PROPERTIES } as const
  const verifier = new SignatureVerifier(0)
  const node = new Node({ runtime: network.ctx.runtime, database, verifier, spec })
  return startRpcServer(nodeMethods(node), { port: 0 })
}

let bytes = 0

async function ask<T>(port: number, method: string, params: unknown[]): Promise<T> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  })
  const text = await response.text()
  bytes += text.length
  const { result, error } = JSON.parse(text) as { result: T; error?: { message: string } }
  if (error !== undefined) throw new Error(`${method}: ${error.message}`)
  return result
}

const hexOf = (key: string) => f.toHex(f.keyToBytes(key))

/** All keys of an item, page by page. */
async function walk(port: number, prefix: string): Promise<string[]> {
  const keys: string[] = []
  for (;;) {
    const page = await ask<string[]>(port, 'state_getKeysPaged', [prefix, PAGE, keys.at(-1)])
    keys.push(...page)
    if (page.length < PAGE) return keys
  }
}

async function measure(name: string, times: number, run: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  bytes = 0
  for (let i = 0; i < times; i++) {
    const start = performance.now()
    await run()
    took.push(performance.now() - start)
  }
  const [first, warm] = [took[0]!, Math.min(...took.slice(1))]
  const show = (n: number) => n.toFixed(2).padStart(9)
  console.log(`${name.padEnd(44)} │ ${show(first)} │ ${show(warm)} │ ${Math.round(bytes / times)}`)
  return warm
}

printHead('get_metagraph of 256 neurons within 5 ms, warm')
const folder = mkdtempSync(join(tmpdir(), 'taonet-reads-'))
const network = new LargeNetwork({ subnets: SUBNETS, rootClaims: 0 })
const server = await serve(network, folder)
const { port } = server
const uids = hexOf(s.Uids.keyOf())
const netuid = f.toHex(f.u16.encode(NETUID))
const call = (method: string, args: string) => () => ask(port, 'state_call', [method, args])
console.log(`${'call'.padEnd(44)} │  first ms │   warm ms │ bytes`)
const warm = await measure('get_metagraph', 21, call('SubnetInfoRuntimeApi_get_metagraph', netuid))
await measure('get_all_metagraphs', 4, call('SubnetInfoRuntimeApi_get_all_metagraphs', '0x'))
await measure('get_all_dynamic_info', 11, call('SubnetInfoRuntimeApi_get_all_dynamic_info', '0x'))
await measure('state_getKeysPaged: 32,768 keys of Uids', 4, () => walk(port, uids))
const keys = await walk(port, uids)
for (const size of [100, 1000, 10_000])
  await measure(`state_queryStorageAt: ${size} keys`, 6, () =>
    ask(port, 'state_queryStorageAt', [keys.slice(0, size)]),
  )
await measure('state_getMetadata', 6, () => ask(port, 'state_getMetadata', []))
await measure('state_getReadProof: 100 keys', 6, () =>
  ask(port, 'state_getReadProof', [keys.slice(0, 100)]),
)
await server.stop()
rmSync(folder, { recursive: true, force: true })
printVerdict(warm <= 5)
process.exit()
