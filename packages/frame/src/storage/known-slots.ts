/** Slots that were found by their keys before, so that a row is reached without its storage key. */
import type { Slot } from './slot.ts'

/** Slots are remembered up to this many per item, then forgotten all at once. */
const REMEMBERED = 400_000
/** Numbers below this find their place in a list, which is nearer than a map's. */
const SMALL = 1024

type Next = Slot | Level

/** One key's choice: the slot when it is the last key, else what the next key chooses among. */
class Level {
  private readonly small: (Next | undefined)[] = []
  /** The only other key so far: most levels never get a second one. */
  private other: unknown = undefined
  private otherNext: Next | undefined = undefined
  private others: Map<unknown, Next> | undefined = undefined

  get(key: unknown): Next | undefined {
    if (typeof key === 'number' && key < SMALL) return this.small[key]
    if (this.others !== undefined) return this.others.get(key)
    return key === this.other ? this.otherNext : undefined
  }

  set(key: unknown, next: Next): void {
    if (typeof key === 'number' && key < SMALL) {
      while (this.small.length <= key) this.small.push(undefined)
      this.small[key] = next
    } else if (this.others !== undefined) this.others.set(key, next)
    else if (this.otherNext === undefined || this.other === key) {
      this.other = key
      this.otherNext = next
    } else
      this.others = new Map([
        [this.other, this.otherNext],
        [key, next],
      ])
  }
}

/** The slots of one item by up to three keys; keys that are objects are not remembered. */
export class KnownSlots {
  private only: Slot | undefined
  private root = new Level()
  private size = 0
  /** The row that was found last: rows are read before they are written. */
  private last: Slot | undefined
  private lastA: unknown
  private lastB: unknown
  private lastC: unknown

  /** The slot of a row, perhaps of another state's. `count` says how many of the keys there are. */
  find(count: number, a: unknown, b: unknown, c: unknown): Slot | undefined {
    if (count === 0) return this.only
    if (a === this.lastA && (count === 1 || b === this.lastB) && (count < 3 || c === this.lastC))
      return this.last
    const slot = this.seek(count, a, b, c)
    if (slot !== undefined) this.note(slot, a, b, c)
    return slot
  }

  private note(slot: Slot, a: unknown, b: unknown, c: unknown): void {
    this.last = slot
    this.lastA = a
    this.lastB = b
    this.lastC = c
  }

  private seek(count: number, a: unknown, b: unknown, c: unknown): Slot | undefined {
    const first = this.root.get(a)
    if (count === 1 || first === undefined) return first as Slot | undefined
    const second = (first as Level).get(b)
    if (count === 2 || second === undefined) return second as Slot | undefined
    return (second as Level).get(c) as Slot | undefined
  }

  add(slot: Slot, keys: readonly unknown[]): void {
    if (keys.length === 0) this.only = slot
    for (const key of keys) if (typeof key === 'object') return
    if (this.size >= REMEMBERED) {
      this.root = new Level()
      this.size = 0
    }
    const last = keys.length - 1
    let level = this.root
    for (let i = 0; i < last; i++) {
      let next = level.get(keys[i]) as Level | undefined
      if (next === undefined) level.set(keys[i], (next = new Level()))
      level = next
    }
    if (last >= 0) level.set(keys[last], slot)
    this.note(slot, keys[0], keys[1], keys[2])
    this.size++
  }
}
