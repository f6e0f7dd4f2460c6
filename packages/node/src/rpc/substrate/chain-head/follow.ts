// One `chainHead_v1_follow`: the blocks it pins and the events it sends.

import type { Chain, Hash, ImportedBlock, RuntimeVersion } from '../../../chain.ts'
import type { Sink } from '../../methods.ts'
import { isSameRuntime } from '../blocks.ts'
import { apiText } from '../failures.ts'
import { Operations } from './operations.ts'
import type { Pins } from './pins.ts'

/** Finalised blocks that the first event names. */
const MAX_INITIAL_BLOCKS = 16

export interface FollowOptions {
  readonly peerId: number
  readonly withRuntime: boolean
  readonly maxOperations: number
}

export class Follow {
  readonly peerId: number
  readonly withRuntime: boolean
  readonly operations: Operations
  readonly #chain: Chain
  readonly #sink: Sink
  readonly #pins: Pins
  /** Pinned blocks and when they were. */
  readonly #pinnedAt = new Map<Hash, number>()
  #head: Hash

  constructor(chain: Chain, sink: Sink, pins: Pins, options: FollowOptions) {
    this.#chain = chain
    this.#sink = sink
    this.#pins = pins
    this.peerId = options.peerId
    this.withRuntime = options.withRuntime
    this.operations = new Operations(options.maxOperations)
    this.#head = chain.best().hash
  }

  get sink(): Sink {
    return this.#sink
  }

  get oldestPinAt(): number {
    // pins are added as time goes on, and a Map keeps that order
    return this.#pinnedAt.values().next().value ?? Number.POSITIVE_INFINITY
  }

  isPinned(block: Hash): boolean {
    return this.#pinnedAt.has(block)
  }

  /** Sends the first event: the last finalised blocks, oldest first, and the runtime of the last. */
  initialize(): void {
    const blocks: Hash[] = []
    for (let number = this.#chain.finalized().number; number >= 0; number--) {
      const block = this.#chain.hashOf(number)
      if (block === undefined || blocks.length === MAX_INITIAL_BLOCKS) break
      blocks.unshift(block)
    }
    for (const block of blocks) if (!this.#pin(block)) return
    this.#send('initialized', {
      finalizedBlockHashes: blocks,
      ...(this.withRuntime && { finalizedBlockRuntime: this.#runtimeOf(blocks.at(-1)!) }),
    })
  }

  /** Blocks are final as they come: new, best and finalised in one go. */
  add(block: ImportedBlock): void {
    const { hash, header } = block
    // blocks that were never announced cannot be parents
    if (header.parentHash !== this.#head) {
      this.stop()
      return
    }
    if (!this.#pin(hash)) return
    this.#head = hash
    this.#send('newBlock', {
      blockHash: hash,
      parentBlockHash: header.parentHash,
      ...(this.withRuntime && { newRuntime: this.#changedRuntime(hash, header.parentHash) }),
    })
    this.#send('bestBlockChanged', { bestBlockHash: hash })
    this.#send('finalized', { finalizedBlockHashes: [hash], prunedBlockHashes: [] })
  }

  /** Takes pins away: all or, when one of the blocks is not pinned, none. */
  unpin(blocks: readonly Hash[]): boolean {
    if (!blocks.every((block) => this.#pinnedAt.has(block))) return false
    for (const block of blocks) this.#unpin(block)
    return true
  }

  /** Tells the client that it has to start anew, and ends. */
  stop(): void {
    this.#sink.send({ event: 'stop' })
    this.#sink.close()
  }

  /** Gives back what it holds. */
  free(): void {
    this.operations.stopAll()
    for (const block of [...this.#pinnedAt.keys()]) this.#unpin(block)
  }

  /** False when the pin cost this very subscription its life. */
  #pin(block: Hash): boolean {
    this.#pinnedAt.set(block, Date.now())
    this.#pins.add(block)
    return this.#sink.isOpen
  }

  #unpin(block: Hash): void {
    this.#pinnedAt.delete(block)
    this.#pins.remove(block)
  }

  #send(event: string, fields: Readonly<Record<string, unknown>>): void {
    this.#sink.send({ event, ...fields })
  }

  #runtimeOf(block: Hash): unknown {
    try {
      return { type: 'valid', spec: specJson(this.#chain.runtimeVersionAt(block)) }
    } catch (error) {
      return { type: 'invalid', error: `Api error: ${apiText(error)}` }
    }
  }

  /** Null unless the block changed the runtime. */
  #changedRuntime(block: Hash, parent: Hash): unknown {
    try {
      const version = this.#chain.runtimeVersionAt(block)
      if (isSameRuntime(version, this.#chain.runtimeVersionAt(parent))) return null
      return { type: 'valid', spec: specJson(version) }
    } catch (error) {
      return { type: 'invalid', error: `Api error: ${apiText(error)}` }
    }
  }
}

/** A runtime version as the new interface writes it: interfaces are a map, sorted by id. */
function specJson(version: RuntimeVersion): unknown {
  const { specName, implName, specVersion, implVersion, transactionVersion } = version
  const apis = Object.fromEntries([...version.apis].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { specName, implName, specVersion, implVersion, apis, transactionVersion }
}
