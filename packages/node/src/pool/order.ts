/** The order in which a block takes transactions. */
import type { Queued, Tag } from './entries.ts'

/** Which of two unrelated transactions a block takes first. */
function before(a: Queued, b: Queued): number {
  if (a.priority !== b.priority) return a.priority > b.priority ? -1 : 1
  if (a.validTill !== b.validTill) return a.validTill - b.validTill
  return a.sequence - b.sequence
}

/**
 * Transactions, best first, never one before what it depends on.
 *
 * needs   `isProvided`: whether one of `entries` provides a tag
 */
export function bestFirst(entries: Iterable<Queued>, isProvided: (tag: Tag) => boolean): Queued[] {
  const done = new Set<Tag>()
  const blocked = new Map<Tag, Queued[]>()
  const result: Queued[] = []
  const open: Queued[] = []
  const offer = (entry: Queued) => {
    const missing = entry.requires.find((tag) => isProvided(tag) && !done.has(tag))
    if (missing === undefined) push(open, entry)
    else blocked.set(missing, [...(blocked.get(missing) ?? []), entry])
  }
  for (const entry of entries) offer(entry)
  for (let entry = pop(open); entry !== undefined; entry = pop(open)) {
    result.push(entry)
    for (const tag of entry.provides) {
      done.add(tag)
      const freed = blocked.get(tag)
      blocked.delete(tag)
      for (const other of freed ?? []) offer(other)
    }
  }
  return result
}

// A binary heap, best entry on top.
function push(heap: Queued[], entry: Queued): void {
  let at = heap.push(entry) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (before(heap[parent]!, entry) <= 0) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = entry
}
function pop(heap: Queued[]): Queued | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (heap.length === 0 || last === undefined) return top
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!) < 0) child++
    if (before(last, heap[child]!) <= 0) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
  return top
}
