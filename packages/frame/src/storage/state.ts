/**
 * The state that runtime code works on: decoded values over a database, with nested layers.
 *
 * Every key read or written has a slot, from block to block. A layer is a mark in an undo journal, so
 * opening one costs nothing and reverting one costs what it changed. Values are shared: what was read
 * must never be mutated in place.
 */

import { type AnyCodec, type Codec, CodecError, Reader } from '../codec/index.ts'
import { assert } from '../errors.ts'
import { BUCKET, Bucket, inKeyOrder, rawOf, Slot } from './slot.ts'

/** What lies below: finished blocks. Keys are byte strings; iteration ascends. */
export interface Backend {
  get(key: string): Uint8Array | undefined
  /** Keys that begin with `prefix`, from `start` (inclusive) on. */
  keysFrom(prefix: string, start?: string): Iterable<string>
}

export interface ClearOptions {
  readonly limit?: number | undefined
  /** Where an earlier, limited removal stopped. */
  readonly cursor?: string | undefined
}
/** What a removal by prefix did. */
export interface Cleared {
  /** Where to go on; none when everything is gone. */
  readonly next: string | undefined
  /** Rows removed that are in the database. */
  readonly below: number
  /** Rows removed, also those that only the block knew. */
  readonly removed: number
  /** Rows of the database that were visited. */
  readonly loops: number
}

/** A storage row that a block leaves different: its new value, or none. */
export type Change = readonly [key: string, value: Uint8Array | undefined]

/** What a slot was before a layer wrote to it. */
interface Undo {
  readonly slot: Slot
  readonly value: unknown
  readonly codec: AnyCodec | undefined
  readonly raw: Uint8Array | undefined
  readonly absent: boolean
  readonly dirty: boolean
  readonly layer: number
}

const NO_KEYS: readonly string[] = []
/** Generations of caches, over all states. */
let generations = 0
/** Layers, over all states. */
let layers = 0

export class State {
  /** Of the cache of slots: a slot counts only as long as this stays the same. */
  generation = ++generations
  private readonly slots = new Map<string, Slot>()
  private readonly buckets = new Map<string, Bucket>()
  private readonly journal: Undo[] = []
  /** The innermost open layer, 0 without any, and those around it. */
  private layerNow = 0
  private readonly outer: number[] = []
  /** Slots written since the last commit, in no order. */
  private written: Slot[] = []
  /** Slots written since the last call of `changesSinceRoot`. */
  private sinceRoot: Slot[] = []
  private roots = 0
  private readonly backend: Backend
  private readonly cacheLimit: number

  /** `cacheLimit`: how many clean values are kept from block to block. */
  constructor(backend: Backend, cacheLimit = 1_000_000) {
    this.backend = backend
    this.cacheLimit = cacheLimit
  }

  /** The slot of a key, which may be absent. It is good until `generation` changes. */
  slot(key: string): Slot {
    let slot = this.slots.get(key)
    if (slot === undefined) {
      slot = new Slot(key, this.bucket(key), this.generation, this.backend.get(key))
      this.slots.set(key, slot)
    }
    return slot
  }

  /** What is known of an item's rows together, by any of its keys. It is good until `generation` changes. */
  bucket(key: string): Bucket {
    const name = key.slice(0, BUCKET)
    let bucket = this.buckets.get(name)
    if (bucket === undefined) this.buckets.set(name, (bucket = new Bucket(name, this.generation)))
    return bucket
  }

  /** Whether an item has no row at all. Once it had one this may say no, which is never wrong to act on. */
  isBare(bucket: Bucket): boolean {
    if (bucket.isFilled) return false
    if (bucket.bareAt === bucket.version) return true
    for (const _ of this.keysIn(bucket.name)) {
      bucket.isFilled = true
      return false
    }
    bucket.bareAt = bucket.version
    return true
  }

  /** The decoded value of a slot, or `undefined`. Never mutate what comes back. */
  read<T>(slot: Slot, codec: Codec<T>): T | undefined {
    if (slot.codec === codec) return slot.value as T
    if (slot.absent) return undefined
    slot.value = decodeStored(codec, rawOf(slot))
    slot.codec = codec
    return slot.value as T
  }

  write<T>(slot: Slot, codec: Codec<T>, value: T): void {
    assert(value !== undefined, 'a stored value is never undefined')
    this.touch(slot)
    slot.value = value
    slot.codec = codec
    slot.raw = undefined
    if (slot.absent) this.appear(slot)
  }

  erase(slot: Slot): void {
    if (slot.absent) return
    this.touch(slot)
    slot.value = undefined
    slot.codec = undefined
    slot.raw = undefined
    this.disappear(slot)
  }

  /** Notes what a slot is before it changes, and that it changes. */
  private touch(slot: Slot): void {
    if (slot.layer !== this.layerNow && this.layerNow !== 0) {
      const { value, codec, raw, absent, dirty, layer } = slot
      this.journal.push({ slot, value, codec, raw, absent, dirty, layer })
      slot.layer = this.layerNow
    }
    slot.dirty = true
    if (!slot.listed) {
      slot.listed = true
      this.written.push(slot)
    }
    this.noteSinceRoot(slot)
  }

  private noteSinceRoot(slot: Slot): void {
    if (slot.root === this.roots) return
    slot.root = this.roots
    this.sinceRoot.push(slot)
  }

  private appear(slot: Slot): void {
    const { bucket } = slot
    slot.absent = false
    bucket.version++
    if (slot.base === undefined) bucket.added.add(slot.key)
    else bucket.gone--
  }

  private disappear(slot: Slot): void {
    const { bucket } = slot
    slot.absent = true
    bucket.version++
    if (slot.base === undefined) bucket.added.delete(slot.key)
    else bucket.gone++
  }

  /** The decoded value at `key`, or `undefined`. Never mutate what comes back. */
  get<T>(key: string, codec: Codec<T>): T | undefined {
    return this.read(this.slot(key), codec)
  }

  has(key: string): boolean {
    return !this.slot(key).absent
  }

  set<T>(key: string, codec: Codec<T>, value: T): void {
    this.write(this.slot(key), codec, value)
  }

  remove(key: string): void {
    this.erase(this.slot(key))
  }

  getRaw(key: string): Uint8Array | undefined {
    const slot = this.slot(key)
    return slot.absent ? undefined : rawOf(slot)
  }

  setRaw(key: string, raw: Uint8Array): void {
    const slot = this.slot(key)
    this.touch(slot)
    slot.value = undefined
    slot.codec = undefined
    slot.raw = raw
    if (slot.absent) this.appear(slot)
  }

  /** Present keys that begin with `prefix`, ascending, as they are now. */
  keys(prefix: string): string[] {
    return [...this.keysIn(prefix)]
  }

  /** Changes whenever `keys(prefix)` does; undefined for prefixes that are shorter than an item's. */
  versionOf(prefix: string): number | undefined {
    return prefix.length < BUCKET ? undefined : this.bucket(prefix).version
  }

  /** Like `keys`, from `start` (inclusive) on, one by one; writing meanwhile is not allowed. */
  *keysIn(prefix: string, start = prefix): Generator<string> {
    const fresh = this.freshKeys(prefix, start)
    const isWhole = prefix.length >= BUCKET && this.bucket(prefix).gone === 0
    let next = 0
    for (const key of this.backend.keysFrom(prefix, start)) {
      while (next < fresh.length && fresh[next]! < key) yield fresh[next++]!
      if (isWhole || this.slots.get(key)?.absent !== true) yield key
    }
    while (next < fresh.length) yield fresh[next++]!
  }

  /** Keys that only the block knows, ascending. */
  private freshKeys(prefix: string, start: string): readonly string[] {
    const from = start > prefix ? start : prefix
    if (prefix.length >= BUCKET) {
      const { added } = this.bucket(prefix)
      return added.isEmpty ? NO_KEYS : [...added.from(prefix, from)]
    }
    return [...this.buckets.values()].flatMap(({ added }) => [...added.from(prefix, from)]).sort()
  }

  /**
   * Removes rows by prefix, as the host function of Substrate does: all that the block wrote, and of
   * the rows below at most `limit`, counting also those that the block removed already.
   *
   * cost    O(rows visited)
   */
  clearPrefix(prefix: string, { limit, cursor }: ClearOptions = {}): Cleared {
    let loops = 0
    let below = 0
    let next: string | undefined
    for (const key of this.backend.keysFrom(prefix, cursor ?? prefix)) {
      if (loops === limit) {
        next = key
        break
      }
      loops++
      const slot = this.slot(key)
      if (!slot.absent) below++
      this.erase(slot)
    }
    const fresh = this.written.filter(
      ({ dirty, absent, key }) => dirty && !absent && key.startsWith(prefix),
    )
    for (const slot of fresh) this.erase(slot)
    return { next, below, removed: below + fresh.length, loops }
  }

  /** Runs `change` in a layer of its own: if it throws, none of its writes happened. */
  layer<T>(change: () => T): T {
    const mark = this.begin()
    let done = false
    try {
      const outcome = change()
      done = true
      return outcome
    } finally {
      if (done) this.keep(mark)
      else this.revert(mark)
    }
  }

  /** Opens a layer; pass the mark to `keep` or `revert`. */
  begin(): number {
    this.outer.push(this.layerNow)
    this.layerNow = ++layers
    return this.journal.length
  }

  private close(mark: number): void {
    assert(this.layerNow !== 0 && mark <= this.journal.length, 'layers close in reverse order')
    this.layerNow = this.outer.pop() ?? 0
  }

  keep(mark: number): void {
    this.close(mark)
    if (this.layerNow === 0) this.journal.length = 0
  }

  revert(mark: number): void {
    this.close(mark)
    for (let i = this.journal.length - 1; i >= mark; i--) this.undo(this.journal[i]!)
    this.journal.length = mark
  }

  private undo({ slot, value, codec, raw, absent, dirty, layer }: Undo): void {
    slot.value = value
    slot.codec = codec
    slot.raw = raw
    slot.dirty = dirty
    slot.layer = layer
    if (slot.absent && !absent) this.appear(slot)
    else if (!slot.absent && absent) this.disappear(slot)
    this.noteSinceRoot(slot)
  }

  /** Rows touched since this was last asked, in key order: what an intermediate root has to add. */
  changesSinceRoot(): Change[] {
    const slots = inKeyOrder(this.sinceRoot)
    this.forgetSinceRoot()
    return slots.map(changeOf)
  }

  private forgetSinceRoot(): void {
    this.sinceRoot = []
    this.roots++
  }

  /** Slots that now differ from the database, in no order. */
  private changed(): Slot[] {
    return this.written.filter((slot) => {
      if (!slot.dirty) return false
      return slot.absent ? slot.base !== undefined : !sameBytes(rawOf(slot), slot.base)
    })
  }

  /** Rows that now differ from the database, in key order. */
  changes(): Change[] {
    return inKeyOrder(this.changed()).map(changeOf)
  }

  /** The same rows in no order. */
  changesUnordered(): Change[] {
    return this.changed().map(changeOf)
  }

  /** Declares the changes as stored below. Values stay as a cache for the next block. */
  committed(): void {
    assert(this.layerNow === 0, 'no layer is open at a commit')
    for (const slot of this.written) {
      slot.base = slot.absent ? undefined : rawOf(slot)
      slot.dirty = false
      slot.listed = false
      slot.bucket.settle()
    }
    this.written = []
    this.forgetSinceRoot()
    if (this.slots.size > this.cacheLimit) this.forgetSlots()
  }

  /** Forgets everything that is not in the database. */
  discard(): void {
    this.forgetSlots()
    this.journal.length = 0
    this.outer.length = 0
    this.layerNow = 0
    this.written = []
    this.forgetSinceRoot()
  }

  private forgetSlots(): void {
    this.slots.clear()
    this.buckets.clear()
    this.generation = ++generations
  }
}

const changeOf = (slot: Slot): Change => [slot.key, slot.absent ? undefined : rawOf(slot)]

/**
 * Reads a stored value as FRAME does: bytes left over are ignored, and a value that does not
 * decode (root may write anything) counts as absent.
 */
function decodeStored<T>(codec: Codec<T>, raw: Uint8Array): T | undefined {
  try {
    return codec.read(new Reader(raw))
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array | undefined): boolean {
  if (b === undefined || a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
