/** Events: what a block reports. */
import type { Codecs } from '../codec/index.ts'
import { type Item, path } from './item.ts'

/** A reported event. `data` is an object of named fields, or an array of unnamed ones. */
export interface EventValue<V = unknown> {
  readonly pallet: string
  readonly name: string
  readonly data: V
}

export interface Event<V> extends Item {
  (data: V): EventValue<V>
  readonly index: number
  readonly fields: Codecs<V>
}

/** Declares an event with named fields (`{ who: AccountId }`) or unnamed ones (`[NetUid, u16]`). */
export function event<const V extends readonly unknown[] | []>(
  index: number,
  fields: Codecs<V>,
): Event<V>
export function event<V>(index: number, fields: Codecs<V>): Event<V>
export function event<V>(index: number, fields: Codecs<V>): Event<V> {
  const own = path()
  const make = (data: V) => ({ pallet: own.pallet, name: own.name, data })
  return Object.defineProperties(make, {
    path: { value: own },
    index: { value: index },
    fields: { value: fields },
  }) as Event<V>
}
