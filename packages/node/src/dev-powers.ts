/** Powers that real chains do not have, for development chains only. */
import {
  applyExtrinsic,
  type Change,
  CodecError,
  CryptoError,
  initializeBlock,
  label,
  type Runtime,
  type StorageItem,
} from '@taonet/frame'
import { preDigest, timing } from '@taonet/runtime'
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
import { encodeDryRun } from './dry-run.ts'
import type { SoloEngine } from './engines/solo.ts'
import { JsonValueError, valueFromJson } from './json-value.ts'
import type { Node } from './node.ts'

interface Snapshot {
  readonly head: BlockRef
  readonly offsetMs: number
  /** Edits of this head since the snapshot, newest last: what undoes each. */
  readonly undo: Change[][]
}

export class SoloDevPowers implements DevPowers {
  private readonly node: Node
  private readonly engine: SoloEngine
  private readonly runtime: Runtime
  private readonly snapshots = new Map<number, Snapshot>()
  private lastSnapshot = 0
  private nextTimestampMs: number | undefined

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

  now = (): number => this.node.now()

  timeTravel(nextTimestampMs: number): void {
    this.node.author.offsetMs += nextTimestampMs - this.node.now()
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
    this.snapshots.set(id, { head: this.node.best(), offsetMs, undo: [] })
    return id
  }

  revert(id: number): boolean {
    const snapshot = this.snapshots.get(id)
    if (!snapshot) return false
    for (const later of [...this.snapshots.keys()]) if (later >= id) this.snapshots.delete(later)
    this.node.database.revertTo(snapshot.head.hash)
    for (const undo of snapshot.undo.reverse()) this.node.edit(undo)
    this.node.author.offsetMs = snapshot.offsetMs
    this.node.rewound()
    return true
  }

  async dryRun(extrinsic: Uint8Array, at: Hash): Promise<DryRun> {
    const ctx = this.node.contextAt(at)
    const parent = this.node.database.numberOf(at) ?? 0
    return ctx.dryRun(() => {
      const { slotMs, lastMs } = timing(ctx)
      const opening = {
        number: parent + 1,
        parent_hash: at,
        preDigest: preDigest(lastMs + slotMs, slotMs),
      }
      initializeBlock(ctx, opening)
      const before = new Map(ctx.state.changes())
      const outcome = encodeDryRun(() => applyExtrinsic(ctx, extrinsic))
      const changes = ctx.state.changes().filter(([key, value]) => before.get(key) !== value)
      return { outcome, changes }
    })
  }

  async runBlock(): Promise<BlockPhase[]> {
    throw new ChainError('BLOCK_REFUSED', {
      reason: 'dev_runBlock is not supported yet; use dev_dryRun',
    })
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
