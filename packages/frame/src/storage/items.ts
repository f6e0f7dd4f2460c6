/** Storage items: typed places in the state. */

import type { AnyCodec, Codec } from '../codec/index.ts'
import { assert } from '../errors.ts'
import { type Constant, isConstant, type Settings } from '../pallet/constant.ts'
import type { Context } from '../pallet/context.ts'
import { type Item, label, path } from '../pallet/item.ts'
import type { Key } from './hashers.ts'
import { KnownKeys } from './known-keys.ts'

// biome-ignore lint/suspicious/noExplicitAny: keys of any type share one list
export type AnyKey = Key<any>
type Keys<K extends readonly unknown[]> = readonly [...{ [I in keyof K]: Key<K[I]> }]
/** The leading keys of a map, by which a part of it is named. */
export type Prefix<K extends readonly unknown[]> = K extends readonly [infer First, ...infer Rest]
  ? readonly [] | readonly [First, ...Prefix<Rest>]
  : readonly []
type AbsentOf<A> = undefined extends A ? undefined : never
/** What a missing row reads as: a value, a constant of the network, or `undefined` (an option query). */
export type Default<T> = T | Constant<T> | undefined

/** What tools see of an item, whatever its types. */
export interface StorageItem extends Item {
  readonly keys: readonly AnyKey[]
  readonly codec: AnyCodec
  /** First 32 bytes of the item's keys. */
  readonly prefix: string
  /** Bytes a client shows for a missing row; none for an option query. */
  defaultUnder(settings: Settings): unknown
  /** Rank by declaration: what metadata lists first was declared first. */
  readonly order: number
  bind(prefix: string): void
}

let declared = 0

/** `Absent` is `undefined` for an option query and `never` for a query with a default. */
export class Storage<K extends readonly unknown[], T, Absent> implements StorageItem {
  readonly path = path()
  readonly keys: readonly AnyKey[]
  readonly codec: Codec<T>
  prefix = ''
  readonly order = declared++
  private readonly absent: Default<T>
  private readonly known = new KnownKeys()

  constructor(keys: Keys<K>, codec: Codec<T>, absent: Default<T>) {
    this.keys = keys
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

  /** The storage key of a row, or with fewer keys the prefix of several. */
  keyOf(...keys: readonly unknown[]): string {
    return this.keyOfFirst(keys.length, keys)
  }

  /** The storage key by the first `count` of a list. */
  private keyOfFirst(count: number, keys: readonly unknown[]): string {
    if (count === 0) return this.prefix
    return this.known.find(count, keys) ?? this.joinKey(count, keys)
  }

  private joinKey(count: number, keys: readonly unknown[]): string {
    let key = this.prefix
    for (let i = 0; i < count; i++) key += this.keys[i]!.part(keys[i])
    this.known.add(count, keys, key)
    return key
  }

  private missing(ctx: Context): T | Absent {
    return this.defaultUnder(ctx.runtime.settings) as T | Absent
  }

  get(ctx: Context, ...keys: K): T | Absent {
    return ctx.state.get(this.keyOfFirst(keys.length, keys), this.codec) ?? this.missing(ctx)
  }

  /** The stored value only, without the default. */
  find(ctx: Context, ...keys: K): T | undefined {
    return ctx.state.get(this.keyOfFirst(keys.length, keys), this.codec)
  }

  has(ctx: Context, ...keys: K): boolean {
    return ctx.state.has(this.keyOfFirst(keys.length, keys))
  }

  set(ctx: Context, ...entry: [...keys: K, value: T]): void {
    const count = this.keys.length
    ctx.state.set(this.keyOfFirst(count, entry), this.codec, entry[count] as T)
  }

  /** Sets the value, or removes the row when it is `undefined`. */
  put(ctx: Context, ...entry: [...keys: K, value: T | undefined]): void {
    const count = this.keys.length
    const key = this.keyOfFirst(count, entry)
    const value = entry[count] as T | undefined
    if (value === undefined) ctx.state.remove(key)
    else ctx.state.set(key, this.codec, value)
  }

  /** Writes what `change` makes of the value (which it must not mutate). */
  mutate(ctx: Context, ...entry: [...keys: K, change: (old: T | Absent) => T]): void {
    const count = this.keys.length
    const change = entry[count] as (old: T | Absent) => T
    const key = this.keyOfFirst(count, entry)
    ctx.state.set(key, this.codec, change(ctx.state.get(key, this.codec) ?? this.missing(ctx)))
  }

  remove(ctx: Context, ...keys: K): void {
    ctx.state.remove(this.keyOf(...keys))
  }

  /** Reads and removes. */
  take(ctx: Context, ...keys: K): T | Absent {
    const value = this.get(ctx, ...keys)
    this.remove(ctx, ...keys)
    return value
  }

  /** The keys of the rows under `prefix`, in the order of their hashed keys. */
  keysOf(ctx: Context, ...prefix: Prefix<K>): K[] {
    return ctx.state.keys(this.keyOf(...prefix)).map((key) => this.parseKey(key))
  }

  /** Rows under `prefix`, in the order of their hashed keys, as they were at the call. */
  entries(ctx: Context, ...prefix: Prefix<K>): [keys: K, value: T][] {
    const rows: [K, T][] = []
    for (const key of ctx.state.keys(this.keyOf(...prefix))) {
      const value = ctx.state.get(key, this.codec)
      if (value !== undefined) rows.push([this.parseKey(key), value])
    }
    return rows
  }

  values(ctx: Context, ...prefix: Prefix<K>): T[] {
    const values: T[] = []
    for (const key of ctx.state.keys(this.keyOf(...prefix))) {
      const value = ctx.state.get(key, this.codec)
      if (value !== undefined) values.push(value)
    }
    return values
  }

  /** Whether any row lies under `prefix`. */
  any(ctx: Context, ...prefix: Prefix<K>): boolean {
    for (const _ of ctx.state.keysIn(this.keyOf(...prefix))) return true
    return false
  }

  /** Removes the rows under `prefix`, at most `limit` of them; gives how many went. */
  clear(
    ctx: Context,
    prefix: Prefix<K> = [] as unknown as Prefix<K>,
    limit = Number.POSITIVE_INFINITY,
  ): number {
    let removed = 0
    for (const key of ctx.state.keys(this.keyOf(...prefix))) {
      if (removed >= limit) break
      ctx.state.remove(key)
      removed++
    }
    return removed
  }

  /** Reads a row's keys out of its storage key. */
  parseKey(key: string): K {
    return parseKeys(this, key) as unknown as K
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

/** A map of any number of keys. `absent` makes it a query with a default, `undefined` an option. */
export function map<const K extends readonly unknown[] | [], T, A extends Default<T>>(
  keys: { readonly [I in keyof K]: Key<K[I]> },
  codec: Codec<T>,
  absent: A,
): Storage<K, T, AbsentOf<A>> {
  return new Storage<K, T, AbsentOf<A>>(keys as unknown as Keys<K>, codec, absent)
}

/** A single value. */
export const value = <T, A extends Default<T>>(
  codec: Codec<T>,
  absent: A,
): Storage<[], T, AbsentOf<A>> => new Storage<[], T, AbsentOf<A>>([], codec, absent)
