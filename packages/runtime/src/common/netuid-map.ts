/** Values by netuid that change one at a time and often: a changed copy costs little. */
import * as f from '@taonet/frame'
import { NetUid } from './units.ts'

/** An immutable map, ascending by netuid. */
export class NetuidMap<V> implements Iterable<readonly [netuid: NetUid, value: V]> {
  static readonly EMPTY: NetuidMap<never> = new NetuidMap<never>([], [])
  private readonly netuids: readonly NetUid[]
  private readonly all: readonly V[]

  private constructor(netuids: readonly NetUid[], all: readonly V[]) {
    this.netuids = netuids
    this.all = all
  }

  /** A map of pairs in any order; of those with the same netuid the last counts. */
  static from<V>(pairs: Iterable<readonly [netuid: NetUid, value: V]>): NetuidMap<V> {
    const sorted = [...new Map(pairs)].sort(([a], [b]) => a - b)
    return new NetuidMap(
      sorted.map(([netuid]) => netuid),
      sorted.map(([, value]) => value),
    )
  }

  get size(): number {
    return this.netuids.length
  }

  /** Where a netuid is, or what it would come before. */
  private at(netuid: NetUid): number {
    let [low, high] = [0, this.netuids.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.netuids[middle]! < netuid) low = middle + 1
      else high = middle
    }
    return low
  }

  has(netuid: NetUid): boolean {
    return this.netuids[this.at(netuid)] === netuid
  }

  get(netuid: NetUid): V | undefined {
    const at = this.at(netuid)
    return this.netuids[at] === netuid ? this.all[at] : undefined
  }

  keys(): readonly NetUid[] {
    return this.netuids
  }

  values(): readonly V[] {
    return this.all
  }

  *[Symbol.iterator](): Generator<readonly [netuid: NetUid, value: V]> {
    for (let i = 0; i < this.netuids.length; i++) yield [this.netuids[i]!, this.all[i]!]
  }

  /** The map with one value changed or added. */
  with(netuid: NetUid, value: V): NetuidMap<V> {
    const at = this.at(netuid)
    if (this.netuids[at] === netuid) return new NetuidMap(this.netuids, this.all.with(at, value))
    return new NetuidMap(this.netuids.toSpliced(at, 0, netuid), this.all.toSpliced(at, 0, value))
  }

  /** The map without a netuid. */
  without(netuid: NetUid): NetuidMap<V> {
    if (!this.has(netuid)) return this
    const at = this.at(netuid)
    return new NetuidMap(this.netuids.toSpliced(at, 1), this.all.toSpliced(at, 1))
  }
}

/** `BTreeMap<NetUid, V>` as a `NetuidMap`. */
export function netuidMap<V>(value: f.Codec<V>): f.Codec<NetuidMap<V>> {
  const inner = f.btreeMap(NetUid, value)
  const { type } = inner
  return f.makeCodec<NetuidMap<V>>(
    type,
    (out, map) => {
      out.compact(map.size)
      const [netuids, values] = [map.keys(), map.values()]
      for (let i = 0; i < netuids.length; i++) {
        NetUid.write(out, netuids[i]!)
        value.write(out, values[i]!)
      }
    },
    (from) => NetuidMap.from(inner.read(from)),
  )
}
