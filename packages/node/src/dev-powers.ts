/** Powers that real chains do not have, for development chains only. */
import {
  type Change,
  CodecError,
  CryptoError,
  Header,
  label,
  type Runtime,
  type StorageItem,
} from '@taonet/frame'
import {
  type BlockPhase,
  type BlockRef,
  type BuildMode,
  ChainError,
  type DevPowers,
  type DevStorageItem,
  type DryRun,
  type Hash,
  type ImportedBlock,
  type NewBlockOptions,
  type StorageChange,
  type StorageKey,
} from './chain.ts'
import { dryRun, runPhases } from './dry-run.ts'
import type { SoloEngine } from './engines/solo.ts'
import { JsonValueError, valueFromJson } from './json-value.ts'
import type { Node } from './node.ts'

interface Snapshot {
  readonly head: BlockRef
  readonly offsetMs: number
  /** Edits of this head since the snapshot, newest last: what undoes each. */
  readonly undo: Change[][]
  /** What the pool held. */
  readonly transactions: readonly Uint8Array[]
}

/** Blocks are made this long before others get their turn. */
const PATIENCE_MS = 50

export class SoloDevPowers implements DevPowers {
  private readonly node: Node
  private readonly engine: SoloEngine
  private readonly runtime: Runtime
  private readonly snapshots = new Map<number, Snapshot>()
  private lastSnapshot = 0
  private nextTimestampMs: number | undefined
  private gaveWayAt = performance.now()

  constructor(node: Node, engine: SoloEngine, runtime: Runtime) {
    this.node = node
    this.engine = engine
    this.runtime = runtime
  }

  async createBlock({
    createEmpty,
    parent,
    transactions,
  }: NewBlockOptions): Promise<ImportedBlock> {
    const { node } = this
    await this.giveWay()
    if (parent !== undefined && parent !== node.best().hash)
      throw new ChainError('BLOCK_REFUSED', { reason: 'only the head can be built on' })
    if (!createEmpty && !transactions?.length && node.pool.size.ready === 0)
      throw new ChainError('EMPTY_POOL', {})
    const timestampMs = this.nextTimestampMs
    this.nextTimestampMs = undefined
    const block = node.make({ transactions, timestampMs })
    const header = node.header(block.hash)
    return { hash: block.hash, number: block.number, header: header!.decoded }
  }

  /** Whoever asks for many blocks does not keep everybody else waiting. */
  private async giveWay(): Promise<void> {
    if (performance.now() - this.gaveWayAt < PATIENCE_MS) return
    await new Promise((resolve) => setImmediate(resolve))
    this.gaveWayAt = performance.now()
  }

  setStorage(changes: readonly StorageChange[]): BlockRef {
    const undo = this.node.edit(changes)
    const head = this.node.best()
    for (const snapshot of this.snapshots.values())
      if (snapshot.head.hash === head.hash) snapshot.undo.push(undo)
    return head
  }

  removePrefix(prefix: StorageKey): void {
    this.setStorage([...this.node.database.keysFrom(prefix)].map((key) => [key, undefined]))
  }

  storageItem(pallet: string, item: string): DevStorageItem {
    const found = this.itemOf(pallet, item)
    return {
      keyCount: found.keys.length,
      prefix: found.prefix,
      change: (keys, value) => changeOf(found, keys, value),
    }
  }

  private itemOf(pallet: string, item: string): StorageItem {
    const same = (name: string, wanted: string) => name.toLowerCase() === wanted.toLowerCase()
    const entry = this.runtime.entries.find((entry) => same(entry.pallet.name, pallet))
    const found = Object.entries(entry?.pallet.storage ?? {}).find(([name]) => same(name, item))
    if (!found) throw input(`the runtime stores no ${pallet}.${item}`)
    return found[1]
  }

  now = (): number => this.nextTimestampMs ?? this.node.author.nextTimeMs()

  timeTravel(nextTimestampMs: number): void {
    const { author } = this.node
    const earliestMs = author.earliestTimeMs()
    if (nextTimestampMs < earliestMs)
      throw input(`the next block's time is at least ${earliestMs}, not ${nextTimestampMs}`)
    author.offsetMs += nextTimestampMs - author.now()
    this.nextTimestampMs = nextTimestampMs
  }

  setHead(block: Hash): void {
    this.node.database.revertTo(block)
    this.node.rewound()
  }

  buildMode(): BuildMode {
    const { type } = this.engine.mode
    return type === 'instant' ? 'Instant' : type === 'manual' ? 'Manual' : 'Batch'
  }

  setBuildMode(mode: BuildMode): void {
    if (mode === 'Batch') this.setIntervalMs(12_000)
    else this.engine.change({ type: mode === 'Instant' ? 'instant' : 'manual' })
  }

  setIntervalMs(intervalMs: number): void {
    this.engine.change(intervalMs === 0 ? { type: 'manual' } : { type: 'interval', intervalMs })
  }

  snapshot(): number {
    const id = ++this.lastSnapshot
    const { offsetMs } = this.node.author
    const { pool } = this.node
    const transactions = pool.contents()
    this.snapshots.set(id, { head: this.node.best(), offsetMs, undo: [], transactions })
    return id
  }

  revert(id: number): boolean {
    const snapshot = this.snapshots.get(id)
    if (!snapshot) return false
    for (const later of [...this.snapshots.keys()]) if (later >= id) this.snapshots.delete(later)
    this.node.database.revertTo(snapshot.head.hash)
    this.node.rewound()
    for (const undo of snapshot.undo.toReversed()) this.node.edit(undo)
    this.node.author.offsetMs = snapshot.offsetMs
    this.nextTimestampMs = undefined
    this.node.pool.restore(snapshot.transactions)
    return true
  }

  async dryRun(extrinsic: Uint8Array, at: Hash): Promise<DryRun> {
    return dryRun(this.node.contextAt(at), extrinsic, this.refOf(at))
  }

  async runBlock(
    parent: Hash,
    header: Uint8Array,
    extrinsics: readonly Uint8Array[],
  ): Promise<BlockPhase[]> {
    return runPhases(this.node.contextAt(parent), Header.decode(header), extrinsics)
  }

  private refOf(hash: Hash): BlockRef {
    return { hash, number: this.node.database.numberOf(hash) ?? 0 }
  }
}

const input = (reason: string, cause?: unknown) =>
  new ChainError('DEV_INPUT', { reason }, { cause })

function changeOf(item: StorageItem, keys: readonly unknown[], value: unknown): StorageChange {
  if (keys.length !== item.keys.length)
    throw input(`${label(item)} has ${item.keys.length} keys, not ${keys.length}`)
  try {
    const key = item.keys.reduce(
      (prefix, part, i) => prefix + part.part(valueFromJson(part.codec, keys[i])),
      item.prefix,
    )
    if (value === null) return [key, undefined]
    return [key, item.codec.encode(valueFromJson(item.codec, value))]
  } catch (cause) {
    if (
      cause instanceof JsonValueError ||
      cause instanceof CodecError ||
      cause instanceof CryptoError
    )
      throw input(`${label(item)}: ${cause.message}`, cause)
    throw cause
  }
}
