/** How answers about a subnet are put together: every field has a reader, which gets a view of the subnet. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { mechanismStorageIndex } from '../epoch/mechanisms.ts'
import { type NeuronColumns, neuronColumns } from './columns.ts'

/** A subnet as an answer sees it. */
export interface View {
  readonly ctx: f.Context
  readonly netuid: NetUid
  /** Storage index of the mechanism that is asked for; that of the first one is the netuid. */
  readonly index: number
  /** What is known of each neuron. */
  readonly neurons: NeuronColumns
}

/** A view of one mechanism of a subnet. */
export const viewOf = (ctx: f.Context, netuid: NetUid, mecid = 0): View => ({
  ctx,
  netuid,
  index: mechanismStorageIndex(netuid, mecid),
  neurons: neuronColumns(ctx, netuid),
})

export type Reader<T> = (view: View) => T
/** A reader for each field of an answer. */
export type Readers<V> = { readonly [K in keyof V]: Reader<V[K]> }

/** Reads every field. */
export function readAll<V>(readers: Readers<V>, view: View): V {
  const answer: Partial<V> = {}
  for (const name in readers) answer[name] = readers[name](view)
  return answer as V
}

/** Reads what storage has for the subnet. */
export const stored =
  <T>(item: f.Storage<readonly [NetUid], T, never>): Reader<T> =>
  ({ ctx, netuid }) =>
    item.get(ctx, netuid)

/** Reads what storage has for the mechanism. */
export const storedOfMechanism =
  <T>(item: f.Storage<readonly [number], T, never>): Reader<T> =>
  ({ ctx, index }) =>
    item.get(ctx, index)

/** A field that upstream answers with the same whatever the subnet. */
export const always =
  <T>(value: T): Reader<T> =>
  () =>
    value
