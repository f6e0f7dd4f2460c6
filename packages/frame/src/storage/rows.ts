/**
 * What storage items do. Keys come one by one and untyped: gathering them in a list would cost an array
 * for each access. `Storage` (items.ts) says of which types they are.
 */
import { type Codec, CodecError } from '../codec/index.ts'
import { assert } from '../errors.ts'
import { type Constant, isConstant, type Settings } from '../pallet/constant.ts'
import type { Context } from '../pallet/context.ts'
import { label, path } from '../pallet/item.ts'
import type { AnyKey, Default, StorageItem } from './items.ts'
import { KnownSlots } from './known-slots.ts'
import { Listings } from './listing.ts'
import type { Bucket, Slot } from './slot.ts'
import type { State } from './state.ts'

let declared = 0

export class Rows<T> implements StorageItem {
  readonly path = path()
  readonly keys: readonly AnyKey[]
  readonly codec: Codec<T>
  prefix = ''
  readonly order = declared++
  private readonly count: number
  private readonly absent: Default<T>
  private readonly known = new KnownSlots()
  private readonly listings = new Listings()
  private bucket: Bucket | undefined
  private readonly parse = (key: string): unknown[] | undefined => soundKeys(this, key)

  constructor(keys: readonly AnyKey[], codec: Codec<T>, absent: Default<T>) {
    assert(keys.length <= 3, 'a map has up to three keys')
    this.keys = keys
    this.count = keys.length
    this.codec = codec
    this.absent = absent
  }

  bind(prefix: string): void {
    assert(this.prefix === '' || this.prefix === prefix, `${label(this)} belongs to one pallet`)
    this.prefix = prefix
  }

  defaultUnder(settings: Settings): T | undefined {
    const { absent } = this
    return isConstant(absent) ? (absent as Constant<T>).under(settings) : (absent as T | undefined)
  }

  keyOf(...keys: readonly unknown[]): string {
    let key = this.prefix
    for (let i = 0; i < keys.length; i++) key += this.keys[i]!.part(keys[i])
    return key
  }

  /** Whether the map has no rows at all, so that none has to be looked for. */
  private isBare(state: State): boolean {
    if (this.count === 0) return false
    if (this.bucket?.generation !== state.generation) this.bucket = state.bucket(this.prefix)
    return state.isBare(this.bucket!)
  }

  private slot(state: State, a: unknown, b: unknown, c: unknown): Slot {
    const found = this.known.find(this.count, a, b, c)
    return found?.generation === state.generation ? found : this.seek(state, found, [a, b, c])
  }

  private seek(state: State, found: Slot | undefined, all: readonly unknown[]): Slot {
    const keys = all.slice(0, this.count)
    const slot = state.slot(found?.key ?? this.keyOf(...keys))
    this.known.add(slot, keys)
    return slot
  }

  get({ state, runtime }: Context, a?: unknown, b?: unknown, c?: unknown): T | undefined {
    return this.read(state, a, b, c) ?? this.defaultUnder(runtime.settings)
  }

  find({ state }: Context, a?: unknown, b?: unknown, c?: unknown): T | undefined {
    return this.read(state, a, b, c)
  }

  private read(state: State, a: unknown, b: unknown, c: unknown): T | undefined {
    return this.isBare(state) ? undefined : state.read(this.slot(state, a, b, c), this.codec)
  }

  has({ state }: Context, a?: unknown, b?: unknown, c?: unknown): boolean {
    return !this.isBare(state) && !this.slot(state, a, b, c).absent
  }

  /** What follows the keys. */
  private last(a: unknown, b: unknown, c: unknown, d: unknown): unknown {
    const { count } = this
    return count === 1 ? b : count === 2 ? c : count === 0 ? a : d
  }

  set({ state }: Context, a?: unknown, b?: unknown, c?: unknown, d?: unknown): void {
    state.write(this.slot(state, a, b, c), this.codec, this.last(a, b, c, d) as T)
  }

  put({ state }: Context, a?: unknown, b?: unknown, c?: unknown, d?: unknown): void {
    const value = this.last(a, b, c, d) as T | undefined
    if (value === undefined && this.isBare(state)) return
    const slot = this.slot(state, a, b, c)
    if (value === undefined) state.erase(slot)
    else state.write(slot, this.codec, value)
  }

  mutate({ state, runtime }: Context, a?: unknown, b?: unknown, c?: unknown, d?: unknown): void {
    const change = this.last(a, b, c, d) as (old: T | undefined) => T
    const slot = this.slot(state, a, b, c)
    const value = change(state.read(slot, this.codec) ?? this.defaultUnder(runtime.settings))
    state.write(slot, this.codec, value)
  }

  remove({ state }: Context, a?: unknown, b?: unknown, c?: unknown): void {
    if (!this.isBare(state)) state.erase(this.slot(state, a, b, c))
  }

  take({ state, runtime }: Context, a?: unknown, b?: unknown, c?: unknown): T | undefined {
    if (this.isBare(state)) return this.defaultUnder(runtime.settings)
    const slot = this.slot(state, a, b, c)
    const value = state.read(slot, this.codec) ?? this.defaultUnder(runtime.settings)
    state.erase(slot)
    return value
  }

  keysOf({ state }: Context, ...prefix: readonly unknown[]): unknown[][] {
    return [...this.listings.sound(state, this.keyOf(...prefix), this.parse)]
  }

  entries({ state }: Context, ...prefix: readonly unknown[]): [keys: unknown[], value: T][] {
    const from = this.keyOf(...prefix)
    const slots = this.listings.slots(state, from)
    const keys = this.listings.parsed(state, from, this.parse)
    const rows: [unknown[], T][] = []
    for (let i = 0; i < slots.length; i++) {
      const key = keys[i]
      const value = state.read(slots[i]!, this.codec)
      if (key !== undefined && value !== undefined) rows.push([key, value])
    }
    return rows
  }

  values({ state }: Context, ...prefix: readonly unknown[]): T[] {
    const values: T[] = []
    for (const slot of this.listings.slots(state, this.keyOf(...prefix))) {
      const value = state.read(slot, this.codec)
      if (value !== undefined) values.push(value)
    }
    return values
  }

  any({ state }: Context, ...prefix: readonly unknown[]): boolean {
    for (const _ of state.keysIn(this.keyOf(...prefix))) return true
    return false
  }

  clear(
    { state }: Context,
    prefix: readonly unknown[] = [],
    limit = Number.POSITIVE_INFINITY,
  ): number {
    let removed = 0
    for (const key of state.keys(this.keyOf(...prefix))) {
      if (removed >= limit) break
      state.remove(key)
      removed++
    }
    return removed
  }

  replace(
    { state }: Context,
    prefix: readonly unknown[],
    rows: readonly (readonly [keys: readonly unknown[], value: T])[],
  ): void {
    const before = this.listings.slots(state, this.keyOf(...prefix))
    const kept = new Set<Slot>()
    for (const [[a, b, c], value] of rows) {
      const slot = this.slot(state, a, b, c)
      state.write(slot, this.codec, value)
      kept.add(slot)
    }
    for (const slot of before) if (!kept.has(slot)) state.erase(slot)
  }

  parseKey(key: string): unknown[] {
    return parseKeys(this, key)
  }
}

/** The keys of a map's row, read out of its storage key. */
export function parseKeys({ keys, prefix }: StorageItem, key: string): unknown[] {
  let at = prefix.length
  return keys.map((part) => {
    const { value, next } = part.parse(key, at)
    at = next
    return value
  })
}

/**
 * Like `parseKeys`; nothing for a storage key that somebody else wrote there. Upstream's iterators go
 * past such rows, too.
 */
function soundKeys(item: StorageItem, key: string): unknown[] | undefined {
  try {
    return parseKeys(item, key)
  } catch (error) {
    if (error instanceof CodecError) return undefined
    throw error
  }
}
