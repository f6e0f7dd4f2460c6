/** The chain that a node continues, or begins. */
import { join } from 'node:path'
import {
  blake2_256,
  Context,
  Header,
  MemoryBackend,
  type Runtime,
  State,
  Trie,
  toHex,
} from '@taonet/frame'
import { buildGenesis, genesisHeader, type Network } from '@taonet/runtime'
import type { Hash } from './chain.ts'
import { type Database, openDatabase, openMemoryDatabase } from './database/index.ts'

/** Where the chain is kept, and how much of it. */
export interface ChainPlace {
  /** A folder; undefined keeps the chain in memory. */
  readonly basePath: string | undefined
  /** Blocks of history to keep; undefined keeps all. */
  readonly pruning: number | undefined
}

/** The genesis block of a network: all its rows, under a header. */
function genesisBlock(runtime: Runtime, { genesis }: Network) {
  const state = new State(new MemoryBackend())
  const trie = Trie.empty()
  const storageRoot = (ctx: Context) => trie.update(ctx.state.changesSinceRoot())
  const ctx = new Context({ state, runtime, storageRoot })
  buildGenesis(ctx, genesis)
  const bytes = Header.encode(genesisHeader(ctx))
  const hash = toHex(blake2_256(bytes)) as Hash
  return { number: 0, hash, header: bytes, body: [], changes: state.changes() }
}

/**
 * Opens the database of a network's chain; a new one gets block 0.
 *
 * refuses DatabaseError
 */
export function openChain(
  runtime: Runtime,
  network: Network,
  { basePath, pruning }: ChainPlace,
): Database {
  const genesis = genesisBlock(runtime, network)
  const database =
    basePath === undefined
      ? openMemoryDatabase({ pruning })
      : openDatabase(join(basePath, 'db'), genesis.hash, { pruning })
  if (database.isEmpty) {
    const trie = database.trie.fork()
    trie.update(genesis.changes)
    database.commit({ ...genesis, trie })
  }
  return database
}
