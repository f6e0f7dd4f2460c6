/** Slots that were found by their keys before, so that a row is reached without its storage key. */
import type { Slot } from './slot.ts'

/** Slots are remembered up to this many per item, then forgotten all at once. */
const REMEMBERED = 400_000

type Level = Map<unknown, Slot | Level>

/** The slots of one item by up to three keys; keys that are objects are not remembered. */
export class KnownSlots {
  private only: Slot | undefined
  private root: Level = new Map()
  private size = 0

  /** The slot of a row, perhaps of another state's. `count` says how many of the keys there are. */
  find(count: number, a: unknown, b: unknown, c: unknown): Slot | undefined {
    if (count === 0) return this.only
    if (count === 1) return this.root.get(a) as Slot | undefined
    const second = this.root.get(a) as Level | undefined
    if (count === 2 || second === undefined) return second?.get(b) as Slot | undefined
    return (second.get(b) as Level | undefined)?.get(c) as Slot | undefined
  }

  add(slot: Slot, keys: readonly unknown[]): void {
    if (keys.length === 0) this.only = slot
    for (const key of keys) if (typeof key === 'object') return
    if (this.size >= REMEMBERED) {
      this.root = new Map()
      this.size = 0
    }
    const last = keys.length - 1
    let level = this.root
    for (let i = 0; i < last; i++) {
      let next = level.get(keys[i]) as Level | undefined
      if (next === undefined) level.set(keys[i], (next = new Map()))
      level = next
    }
    if (last >= 0) level.set(keys[last], slot)
    this.size++
  }
}
