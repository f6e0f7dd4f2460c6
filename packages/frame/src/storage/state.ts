/**
 * The state that runtime code works on: decoded values over a database, with nested layers.
 *
 * One flat map holds every key read or written since the state was made. A layer is a mark in an
 * undo journal, so opening one costs nothing and reverting one costs what it changed. Values are
 * shared: what was read must never be mutated in place.
 */

import { type AnyCodec, type Codec, CodecError, Reader } from '../codec/index.ts'
import { assert } from '../errors.ts'

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

interface Slot {
  /** Decoded value; `undefined` when absent or while only `raw` is known. */
  value: unknown
  codec: AnyCodec | undefined
  /** Encoded value, as far as it is known. */
  raw: Uint8Array | undefined
  absent: boolean
  /** Written since the last commit; its key is in `written` then. */
  dirty: boolean
  /** The intermediate root that does not know of it yet; its key is in `sinceRoot` while that is the next one. */
  root: number
}

const slotOf = (raw: Uint8Array | undefined): Slot => ({
  value: undefined,
  codec: undefined,
  raw,
  absent: raw === undefined,
  dirty: false,
  root: -1,
})
const BUCKET = 32

export class State {
  private slots = new Map<string, Slot>()
  private journal: { key: string; slot: Slot | undefined }[] = []
  private depth = 0
  /** Keys written since the last commit, by pallet and item. */
  private written = new Map<string, Set<string>>()
  /** Keys written since the last call of `changesSinceRoot`. */
  private sinceRoot = new Set<string>()
  private roots = 0
  private readonly backend: Backend
  private readonly cacheLimit: number

  /** `cacheLimit`: how many clean values are kept from block to block. */
  constructor(backend: Backend, cacheLimit = 1_000_000) {
    this.backend = backend
    this.cacheLimit = cacheLimit
  }

  private slot(key: string): Slot {
    let slot = this.slots.get(key)
    if (slot === undefined) {
      slot = slotOf(this.backend.get(key))
      this.slots.set(key, slot)
    }
    return slot
  }

  /** The decoded value at `key`, or `undefined`. Never mutate what comes back. */
  get<T>(key: string, codec: Codec<T>): T | undefined {
    const slot = this.slot(key)
    if (slot.absent) return undefined
    if (slot.codec !== codec) {
      slot.value = decodeStored(codec, rawOf(slot))
      slot.codec = codec
    }
    return slot.value as T
  }

  has(key: string): boolean {
    return !this.slot(key).absent
  }

  set<T>(key: string, codec: Codec<T>, value: T): void {
    assert(value !== undefined, 'a stored value is never undefined')
    const slot = this.slotToWrite(key)
    slot.value = value
    slot.codec = codec
    slot.raw = undefined
    slot.absent = false
  }

  remove(key: string): void {
    if (this.has(key)) this.setBytes(key, undefined)
  }

  getRaw(key: string): Uint8Array | undefined {
    const slot = this.slot(key)
    return slot.absent ? undefined : rawOf(slot)
  }

  setRaw(key: string, raw: Uint8Array): void {
    this.setBytes(key, raw)
  }

  private setBytes(key: string, raw: Uint8Array | undefined): void {
    const slot = this.slotToWrite(key)
    slot.value = undefined
    slot.codec = undefined
    slot.raw = raw
    slot.absent = raw === undefined
  }

  /** The slot of a key that is about to change: inside a layer a new one, so that the old one can come back. */
  private slotToWrite(key: string): Slot {
    let slot = this.slots.get(key)
    if (this.depth > 0) this.journal.push({ key, slot })
    if (slot === undefined || this.depth > 0) {
      slot = slot === undefined ? slotOf(undefined) : { ...slot }
      this.slots.set(key, slot)
    }
    if (!slot.dirty) {
      slot.dirty = true
      this.noteWritten(key)
    }
    if (slot.root !== this.roots) {
      slot.root = this.roots
      this.sinceRoot.add(key)
    }
    return slot
  }

  private noteWritten(key: string): void {
    const bucket = key.slice(0, BUCKET)
    let keys = this.written.get(bucket)
    if (keys === undefined) this.written.set(bucket, (keys = new Set()))
    keys.add(key)
  }

  /** Present keys that begin with `prefix`, ascending, as they are now. */
  keys(prefix: string): string[] {
    return [...this.keysIn(prefix)]
  }

  /** Like `keys`, from `start` (inclusive) on, one by one; writing meanwhile is not allowed. */
  *keysIn(prefix: string, start = prefix): Generator<string> {
    const fresh = this.freshKeys(prefix, start)
    let next = 0
    for (const key of this.backend.keysFrom(prefix, start)) {
      while (next < fresh.length && fresh[next]! < key) yield fresh[next++]!
      if (next < fresh.length && fresh[next] === key) next++
      const slot = this.slots.get(key)
      if (slot === undefined || !slot.absent) yield key
    }
    while (next < fresh.length) yield fresh[next++]!
  }

  private freshKeys(prefix: string, start: string): string[] {
    const wanted: string[] = []
    const collect = (keys: Iterable<string>) => {
      for (const key of keys)
        if (key >= start && key.startsWith(prefix) && !this.slots.get(key)!.absent) wanted.push(key)
    }
    if (prefix.length >= BUCKET) collect(this.written.get(prefix.slice(0, BUCKET)) ?? [])
    else
      for (const [bucket, keys] of this.written)
        if (bucket.startsWith(prefix) || prefix.startsWith(bucket)) collect(keys)
    return wanted.sort()
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
      if (!this.slot(key).absent) {
        this.remove(key)
        below++
      }
    }
    const fresh = this.freshKeys(prefix, prefix).filter((key) => this.slots.get(key)!.dirty)
    for (const key of fresh) this.remove(key)
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
    this.depth++
    return this.journal.length
  }

  keep(mark: number): void {
    assert(this.depth > 0 && mark <= this.journal.length, 'layers close in reverse order')
    this.depth--
    if (this.depth === 0) this.journal.length = 0
  }

  revert(mark: number): void {
    assert(this.depth > 0 && mark <= this.journal.length, 'layers close in reverse order')
    for (let i = this.journal.length - 1; i >= mark; i--) {
      const { key, slot } = this.journal[i]!
      if (slot === undefined) this.slots.delete(key)
      else this.slots.set(key, slot)
      this.sinceRoot.add(key)
    }
    // A key that was not cached before its first write has to be looked up again, not lost.
    for (let i = mark; i < this.journal.length; i++) this.slot(this.journal[i]!.key)
    this.journal.length = mark
    this.depth--
  }

  /** Rows touched since this was last asked, in key order: what an intermediate root has to add. */
  changesSinceRoot(): Change[] {
    const keys = [...this.sinceRoot].sort()
    this.forgetSinceRoot()
    return keys.map((key) => [key, this.getRaw(key)])
  }

  private forgetSinceRoot(): void {
    this.sinceRoot.clear()
    this.roots++
  }

  /** Rows that now differ from the database, in key order. */
  changes(): Change[] {
    const changes: Change[] = []
    for (const keys of this.written.values())
      for (const key of keys) {
        const slot = this.slots.get(key)!
        if (!slot.dirty) continue
        const raw = slot.absent ? undefined : rawOf(slot)
        if (!sameBytes(raw, this.backend.get(key))) changes.push([key, raw])
      }
    return changes.sort((a, b) => (a[0] < b[0] ? -1 : 1))
  }

  /** Declares the changes as stored below. Values stay as a cache for the next block. */
  committed(): void {
    assert(this.depth === 0, 'no layer is open at a commit')
    for (const keys of this.written.values())
      for (const key of keys) this.slots.get(key)!.dirty = false
    this.written.clear()
    this.forgetSinceRoot()
    if (this.slots.size > this.cacheLimit) this.slots.clear()
  }

  /** Forgets everything that is not in the database. */
  discard(): void {
    this.slots.clear()
    this.journal.length = 0
    this.depth = 0
    this.written.clear()
    this.forgetSinceRoot()
  }
}

function rawOf(slot: Slot): Uint8Array {
  if (slot.raw === undefined) slot.raw = slot.codec!.encode(slot.value)
  return slot.raw
}

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

function sameBytes(a: Uint8Array | undefined, b: Uint8Array | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false
  return true
}
