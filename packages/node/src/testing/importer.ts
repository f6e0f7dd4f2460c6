/** A second database that is fed the blocks of a node: executes them and holds them against their headers. */
import {
  type ApplyResult,
  Context,
  executeBlock,
  Header,
  type Runtime,
  State,
  toHex,
} from '@taonet/frame'
import { type NetworkChoice, networkOf, spec425 } from '@taonet/runtime'
import type { Hash } from '../chain.ts'
import type { Database } from '../database/index.ts'
import { type ChainPlace, openChain } from '../open-chain.ts'

/** A block as a node serves it. */
export interface ServedBlock {
  readonly hash: Hash
  /** SCALE bytes. */
  readonly header: Uint8Array
  readonly body: readonly Uint8Array[]
}

const IN_MEMORY: ChainPlace = { basePath: undefined, pruning: undefined }

export class Importer {
  readonly database: Database
  private readonly runtime: Runtime
  private readonly state: State

  constructor(choice: NetworkChoice, place: ChainPlace = IN_MEMORY) {
    const network = networkOf(choice)
    this.runtime = spec425(network.settings)
    this.database = openChain(this.runtime, network, place)
    this.state = new State(this.database)
  }

  /**
   * Executes a block and stores it; gives how each extrinsic went.
   *
   * refuses BlockError when it does not lead to the header's roots; then nothing changes
   */
  import({ hash, header: bytes, body }: ServedBlock): ApplyResult[] {
    const header = Header.decode(bytes)
    const parent = this.database.best().hash
    if (header.parent_hash !== parent)
      throw new Error(`block ${header.number} follows ${header.parent_hash}, the head is ${parent}`)
    const trie = this.database.trie.fork()
    const ctx = new Context({
      state: this.state,
      runtime: this.runtime,
      storageRoot: (ctx) => trie.update(ctx.state.changesSinceRoot()),
    })
    try {
      const results = executeBlock(ctx, { header, extrinsics: body })
      const changes = this.state.changes()
      this.database.commit({ number: header.number, hash, header: bytes, body, changes, trie })
      this.state.committed()
      return results
    } catch (error) {
      this.state.discard()
      throw error
    }
  }

  /** The head's state, and the runtime that reads it. */
  head(): { readonly ctx: Context; readonly runtime: Runtime } {
    const { runtime, state } = this
    return { runtime, ctx: new Context({ runtime, state }) }
  }

  /** Root of the head's state. */
  get root(): string {
    return toHex(this.database.trie.root)
  }

  close(): Promise<void> {
    return this.database.close()
  }
}
