/** A row as a state knows it, and what is known of the rows of one item together. */
import type { AnyCodec } from '../codec/index.ts'
import { SortedKeys } from './sorted-keys.ts'

/** How many characters name a pallet and an item at the beginning of a storage key. */
export const BUCKET = 32

/** Rows of one item: which of them the database does not have yet, and whether any of its are gone. */
export class Bucket {
  readonly name: string
  /** Of the state's cache, as in slots. */
  readonly generation: number
  /** There has been a row, so that looking for one may pay. */
  isFilled = false
  /** Version at which there was no row at all. */
  bareAt = -1
  /** Grows whenever a row appears or disappears: what was listed before is then out of date. */
  version = 0
  /** Keys of rows that are present and not in the database. */
  added = new SortedKeys()
  /** Rows of the database that are absent. */
  gone = 0

  constructor(name: string, generation: number) {
    this.name = name
    this.generation = generation
  }

  /** The database has taken over all rows. */
  settle(): void {
    if (!this.added.isEmpty) this.added = new SortedKeys()
    this.gone = 0
  }
}

/** One row. Its value changes in place; what it was is in the journal of the open layers. */
export class Slot {
  readonly key: string
  readonly bucket: Bucket
  /** Of the state's cache: a slot of another one tells nothing. */
  readonly generation: number
  /** Decoded value; `undefined` when absent or while only `raw` is known. */
  value: unknown = undefined
  codec: AnyCodec | undefined = undefined
  /** Encoded value, as far as it is known. */
  raw: Uint8Array | undefined
  absent: boolean
  /** What the database has. */
  base: Uint8Array | undefined
  /** Written by the block. */
  dirty = false
  /** In the list of what to look at in a commit. */
  listed = false
  /** How many roots there were when it was written last. */
  root = -1
  /** The innermost layer that has noted what it was. */
  layer = 0

  constructor(key: string, bucket: Bucket, generation: number, base: Uint8Array | undefined) {
    this.key = key
    this.bucket = bucket
    this.generation = generation
    this.raw = base
    this.base = base
    this.absent = base === undefined
  }
}

/** The value's bytes, encoded when they are first asked for. The slot must not be absent. */
export function rawOf(slot: Slot): Uint8Array {
  if (slot.raw === undefined) slot.raw = slot.codec!.encode(slot.value)
  return slot.raw
}

const byKey = (a: Slot, b: Slot) => (a.key < b.key ? -1 : 1)
const byName = ([a]: [Bucket, Slot[]], [b]: [Bucket, Slot[]]) => (a.name < b.name ? -1 : 1)

/**
 * Slots in the order of their keys.
 *
 * cost    less than sorting them by key: long keys of one item differ only near their end
 */
export function inKeyOrder(slots: readonly Slot[]): Slot[] {
  const buckets = new Map<Bucket, Slot[]>()
  for (const slot of slots) {
    const group = buckets.get(slot.bucket)
    if (group === undefined) buckets.set(slot.bucket, [slot])
    else group.push(slot)
  }
  return [...buckets].sort(byName).flatMap(([, group]) => group.sort(byKey))
}
