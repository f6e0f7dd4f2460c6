/** Storage items: typed places in the state. */

import type { AnyCodec, Codec } from '../codec/index.ts'
import type { Constant, Settings } from '../pallet/constant.ts'
import type { Context } from '../pallet/context.ts'
import type { Item } from '../pallet/item.ts'
import type { Key } from './hashers.ts'
import { Rows } from './rows.ts'

// biome-ignore lint/suspicious/noExplicitAny: keys of any type share one list
export type AnyKey = Key<any>
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

/** `Absent` is `undefined` for an option query and `never` for a query with a default. */
export interface Storage<K extends readonly unknown[], T, Absent> extends StorageItem {
  readonly codec: Codec<T>
  defaultUnder(settings: Settings): T | undefined
  /** The storage key of a row, or with fewer keys the prefix of several. */
  keyOf(...keys: readonly unknown[]): string
  get(ctx: Context, ...keys: K): T | Absent
  /** The stored value only, without the default. */
  find(ctx: Context, ...keys: K): T | undefined
  has(ctx: Context, ...keys: K): boolean
  set(ctx: Context, ...entry: [...keys: K, value: T]): void
  /** Sets the value, or removes the row when it is `undefined`. */
  put(ctx: Context, ...entry: [...keys: K, value: T | undefined]): void
  /** Writes what `change` makes of the value (which it must not mutate). */
  mutate(ctx: Context, ...entry: [...keys: K, change: (old: T | Absent) => T]): void
  remove(ctx: Context, ...keys: K): void
  /** Reads and removes. */
  take(ctx: Context, ...keys: K): T | Absent
  /** The keys of the rows under `prefix`, in the order of their hashed keys. */
  keysOf(ctx: Context, ...prefix: Prefix<K>): K[]
  /** Rows under `prefix`, in the order of their hashed keys, as they were at the call. */
  entries(ctx: Context, ...prefix: Prefix<K>): [keys: K, value: T][]
  values(ctx: Context, ...prefix: Prefix<K>): T[]
  /** Whether any row lies under `prefix`. */
  any(ctx: Context, ...prefix: Prefix<K>): boolean
  /** Removes the rows under `prefix`, at most `limit` of them; gives how many went. */
  clear(ctx: Context, prefix?: Prefix<K>, limit?: number): number
  /**
   * Leaves exactly these rows under `prefix`.
   *
   * cost    less than clearing and setting where most rows are there before and after
   */
  replace(ctx: Context, prefix: Prefix<K>, rows: readonly (readonly [keys: K, value: T])[]): void
  /** Reads a row's keys out of its storage key. */
  parseKey(key: string): K
}

/** A map of up to three keys. `absent` makes it a query with a default, `undefined` an option. */
export function map<const K extends readonly unknown[] | [], T, A extends Default<T>>(
  keys: { readonly [I in keyof K]: Key<K[I]> },
  codec: Codec<T>,
  absent: A,
): Storage<K, T, AbsentOf<A>> {
  // The rows' methods take their keys one by one, untyped; the interface says which they are.
  const rows: unknown = new Rows<T>(keys as unknown as readonly AnyKey[], codec, absent)
  return rows as Storage<K, T, AbsentOf<A>>
}

/** A single value. */
export const value = <T, A extends Default<T>>(
  codec: Codec<T>,
  absent: A,
): Storage<[], T, AbsentOf<A>> => map<[], T, A>([], codec, absent)
export { parseKeys } from './rows.ts'
