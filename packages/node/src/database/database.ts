/**
 * The database of a node: blocks, the state after the head and the states before it, trie nodes.
 *
 * owns         everything that has to survive the process, and its consistency
 * does not own what a block means: the caller brings header, changes and trie
 */

import { assert, type Backend, type Change, type NodeStore, Trie, TrieError } from '@taonet/frame'
import { type BlockRef, ChainError, type Hash, type StorageChange } from '../chain.ts'
import type { NewBlock } from './block.ts'
import { changesWrite, readChanges } from './changes.ts'
import { DatabaseError } from './errors.ts'
import {
  blockWrites,
  type HeaderRow,
  headerWrite,
  metaName,
  numbersFrom,
  readHeader,
  readNumber,
} from './headers.ts'
import { entryAt, pruneWrites, stateWrites, under } from './history.ts'
import { blockKey, bytesNumber, decodeList, numberBytes } from './records.ts'
import { checkState, rewindWrites, trieAt } from './rewind.ts'
import { type Head, StateAt } from './state-at.ts'
import type { Store, Write } from './store.ts'

/** How many old states one commit drops at most, when there are more than `--pruning` allows. */
const MOST_PRUNED = 16

export interface DatabaseOptions {
  /** states kept below the head; undefined keeps all */
  readonly pruning?: number | undefined
}

export class Database implements Backend {
  private readonly store: Store
  private readonly pruning: number | undefined
  private head: { best: number; finalized: number; oldest: number } | undefined
  private rewinds = 0
  private headTrie: Trie
  /** states kept below the head */
  private kept = 0
  private readonly onGenesis: () => void

  /** `onGenesis` is called when block 0 is stored. */
  constructor(store: Store, { pruning }: DatabaseOptions = {}, onGenesis = () => {}) {
    this.onGenesis = onGenesis
    assert(pruning === undefined || pruning >= 1, 'at least one old state is kept')
    this.store = store
    this.pruning = pruning
    this.headTrie = Trie.empty(this.nodes)
    const numbers = ['best', 'finalized', 'oldest'].map((name) => store.get('meta', name))
    const [best, finalized, oldest] = numbers.map((bytes) => bytes && bytesNumber(bytes))
    if (best === undefined) return
    const row = readHeader(store, best)
    if (row === undefined || finalized === undefined || oldest === undefined) {
      throw new DatabaseError('CORRUPT', store.path, 'the head is missing')
    }
    this.head = { best, finalized, oldest }
    this.headTrie = soundly(store.path, () => Trie.open(this.nodes, row.stateRoot))
    this.kept = this.countKept(oldest)
  }

  /** True until block 0 is committed. */
  get isEmpty(): boolean {
    return this.head === undefined
  }

  /** Trie of the head; fork it for a new block. */
  get trie(): Trie {
    return this.headTrie
  }

  private get nodes(): NodeStore {
    return { get: (name) => this.store.get('nodes', name) }
  }

  // ── the head's state ──

  get(key: string): Uint8Array | undefined {
    return this.store.get('latest', key)
  }

  /** Keys with the prefix, from `start` (inclusive) on, ascending. */
  keysFrom(prefix: string, start: string = prefix): Iterable<string> {
    return under(this.store, 'latest', prefix, start)
  }

  // ── blocks ──

  best(): BlockRef {
    return this.blockRef(this.present().best)
  }

  finalized(): BlockRef {
    return this.blockRef(this.present().finalized)
  }

  /** Oldest block whose state is kept. */
  oldestState(): BlockRef {
    return this.blockRef(this.present().oldest)
  }

  hashOf(number: number): Hash | undefined {
    return readHeader(this.store, number)?.hash
  }

  numberOf(hash: Hash): number | undefined {
    return readNumber(this.store, hash)
  }

  /** SCALE of a header. */
  header(hash: Hash): Uint8Array | undefined {
    return this.headerRow(hash)?.header
  }

  body(hash: Hash): Uint8Array[] | undefined {
    const row = this.rowOf('bodies', hash)
    const body = row && decodeList(row)
    if (row !== undefined && body === undefined) {
      throw new DatabaseError('CORRUPT', this.store.path, `the body of ${hash} is damaged`)
    }
    return body
  }

  /** What was stored beside a block. */
  extra(hash: Hash): Uint8Array | undefined {
    return this.rowOf('extras', hash)
  }

  /** What a block stored under a name. */
  indexed(name: string): Uint8Array | undefined {
    return this.store.get('index', name)
  }

  // ── states ──

  /**
   * The state after a block; reading it stays right while newer blocks come.
   *
   * refuses ChainError UNKNOWN_BLOCK, STATE_DISCARDED
   */
  stateAt(hash: Hash): StateAt {
    return new StateAt(this.store, () => this.headNow(), this.known(hash), hash)
  }

  /**
   * Rows that a block changed, with their values after it, ascending by key; for block 0, all rows.
   *
   * refuses ChainError UNKNOWN_BLOCK, STATE_DISCARDED
   */
  changesOf(hash: Hash): StorageChange[] {
    const number = this.withState(hash)
    return readChanges(this.store, number).keys.map((key) => [
      key,
      entryAt(this.store, key, number)?.value,
    ])
  }

  /**
   * The trie after a block.
   *
   * refuses ChainError UNKNOWN_BLOCK, STATE_DISCARDED
   * cost    one update with all that changed since
   */
  trieAt(hash: Hash): Trie {
    const number = this.withState(hash)
    if (number === this.present().best) return this.headTrie.fork()
    return soundly(this.store.path, () => trieAt(this.store, this.headTrie, number))
  }

  // ── writing ──

  /**
   * Stores a block and makes it the head: all of it, or nothing if this throws.
   *
   * refuses DatabaseError DISK_FULL and IO; what was committed before is not touched by them
   */
  commit(block: NewBlock): void {
    const { number, changes, trie, index = [], isFinal = true } = block
    const { head } = this
    assert(head === undefined ? number === 0 : number > head.best, 'blocks are stored in order')
    const { writes, keys } = stateWrites(this.store, number, changes)
    const pruned = this.prune()
    const finalized = isFinal || head === undefined ? number : head.finalized
    const next = { best: number, finalized, oldest: pruned.oldest }
    this.store.write([
      ...writes,
      changesWrite(number, { keys, names: index.map(([name]) => name) }),
      ...blockWrites(block),
      ...nodeWrites(trie),
      ...pruned.writes,
      ...headWrites(next),
    ])
    this.head = next
    this.kept += (head === undefined ? 0 : 1) - pruned.count
    this.take(trie)
    if (head === undefined) this.onGenesis()
  }

  /** Declares a block and those below it final. */
  finalize(hash: Hash): void {
    const next = { ...this.present(), finalized: this.known(hash) }
    this.store.write(headWrites(next))
    this.head = next
  }

  /**
   * Edits the state of the head, outside of any block; the trie is a fork with the changes applied.
   * Gives the rows as they were: editing them back undoes it.
   */
  edit(changes: readonly Change[], trie: Trie): Change[] {
    const { best } = this.present()
    const before = changes.map(([key]): Change => [key, this.get(key)])
    const { writes, keys } = stateWrites(this.store, best, changes)
    const row = readHeader(this.store, best)!
    const known = readChanges(this.store, best)
    const all = [...new Set([...known.keys, ...keys])].sort()
    this.store.write([
      ...writes,
      changesWrite(best, { keys: all, names: known.names }),
      headerWrite(best, { ...row, stateRoot: trie.root }),
      ...nodeWrites(trie),
    ])
    this.rewinds++
    this.take(trie)
    return before
  }

  /**
   * Drops the blocks above one, and goes back to its state.
   *
   * refuses ChainError UNKNOWN_BLOCK, STATE_DISCARDED
   */
  revertTo(hash: Hash): void {
    const number = this.withState(hash)
    const head = this.present()
    if (number === head.best) return
    const trie = this.trieAt(hash)
    const writes = rewindWrites(this.store, number)
    const next = { ...head, best: number, finalized: Math.min(head.finalized, number) }
    this.store.write([...writes, ...nodeWrites(trie), ...headWrites(next)])
    this.head = next
    this.rewinds++
    this.kept = this.countKept(head.oldest)
    this.take(trie)
  }

  /** A row that the node keeps beside the chain. */
  meta(name: string): Uint8Array | undefined {
    return this.store.get('meta', metaName(name))
  }

  setMeta(name: string, value: Uint8Array | undefined): void {
    this.store.write([['meta', metaName(name), value]])
  }

  /**
   * Checks the head's state against its root, row by row and node by node.
   *
   * refuses any difference: DatabaseError CORRUPT
   * cost    the whole state is read and hashed
   */
  check(): void {
    checkState(this.store, this.headTrie, Trie.empty())
  }

  close(): Promise<void> {
    return this.store.close()
  }

  // ── helpers ──

  private take(trie: Trie): void {
    trie.nodesStored()
    trie.trim()
    this.headTrie = trie
  }

  /** States above the oldest; nobody asks when all are kept. */
  private countKept(oldest: number): number {
    let count = 0
    if (this.pruning !== undefined) for (const _ of numbersFrom(this.store, oldest + 1)) count++
    return count
  }

  /** Writes that drop the states that `--pruning` does not allow once one more block is there. */
  private prune(): { writes: Write[]; oldest: number; count: number } {
    const { head, pruning } = this
    let oldest = head?.oldest ?? 0
    const writes: Write[] = []
    let count = 0
    if (head === undefined || pruning === undefined) return { writes, oldest, count }
    const numbers = numbersFrom(this.store, oldest + 1)
    while (this.kept + 1 - count > pruning && count < MOST_PRUNED) {
      const next = numbers.next()
      if (next.done) break
      writes.push(...pruneWrites(this.store, next.value, readChanges(this.store, next.value).keys))
      writes.push(['changes', blockKey(oldest), undefined])
      oldest = next.value
      count++
    }
    numbers.return(undefined)
    return { writes, oldest, count }
  }

  private present(): { best: number; finalized: number; oldest: number } {
    assert(this.head !== undefined, 'block 0 is committed before anything is asked')
    return this.head
  }

  private headNow(): Head {
    const { best, oldest } = this.present()
    return { best, oldest, rewinds: this.rewinds }
  }

  private blockRef(number: number): BlockRef {
    return { number, hash: readHeader(this.store, number)!.hash }
  }

  private headerRow(hash: Hash): HeaderRow | undefined {
    const number = this.numberOf(hash)
    return number === undefined ? undefined : readHeader(this.store, number)
  }

  private rowOf(table: 'bodies' | 'extras', hash: Hash): Uint8Array | undefined {
    const number = this.numberOf(hash)
    return number === undefined ? undefined : this.store.get(table, blockKey(number))
  }

  private known(hash: Hash): number {
    const number = this.numberOf(hash)
    if (number === undefined) throw new ChainError('UNKNOWN_BLOCK', { hash })
    return number
  }

  private withState(hash: Hash): number {
    const number = this.known(hash)
    if (number < this.present().oldest) throw new ChainError('STATE_DISCARDED', { hash })
    return number
  }
}

/** Says of nodes that cannot be right that the database is damaged. */
function soundly<T>(path: string, action: () => T): T {
  try {
    return action()
  } catch (error) {
    if (!(error instanceof TrieError)) throw error
    throw new DatabaseError('CORRUPT', path, error.message, { cause: error })
  }
}

function nodeWrites(trie: Trie): Write[] {
  return trie.pendingNodes().map(([name, node]): Write => ['nodes', name, node])
}

function headWrites(head: { best: number; finalized: number; oldest: number }): Write[] {
  return (['best', 'finalized', 'oldest'] as const).map(
    (name): Write => ['meta', name, numberBytes(head[name])],
  )
}
