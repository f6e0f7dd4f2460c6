/** Equal answers earn once: copying the neighbour, or running the same miner twice, does not pay. */

import type { TaskKind } from '../task.ts'
import { words } from '../text/words.ts'

/** Two texts are near duplicates from this share of common word triples on. */
const NEAR = 0.9

export type Entry = {
  readonly uid: number
  /** Block of the uid's registration: of equal answers the oldest uid's counts. */
  readonly registeredAt: number
  readonly summary: string
  readonly score: number
}

export type Shared = { readonly uid: number; readonly score: number; readonly note?: string }

/**
 * Scores after removing what is not a miner's own.
 *
 * Of answers that are equal word for word only that of the uid registered first keeps its score
 * (of equal blocks: the lower uid). Near duplicates of a free wording, with a Jaccard index of
 * three-word runs of 0.9 or more, split one score: each gets its own divided by the group's size.
 * Extracts may come close to each other by honest work, so nearness does not count there.
 */
export function scoreOnce(entries: readonly Entry[], kind: TaskKind): Shared[] {
  const ordered = [...entries].sort((a, b) => a.registeredAt - b.registeredAt || a.uid - b.uid)
  const first = new Map<string, number>()
  const owners: Entry[] = []
  const shared = new Map<number, Shared>()
  for (const entry of ordered) {
    const text = words(entry.summary).join(' ')
    const owner = first.get(text)
    if (text !== '' && owner !== undefined) {
      shared.set(entry.uid, { uid: entry.uid, score: 0, note: `same answer as uid ${owner}` })
      continue
    }
    first.set(text, entry.uid)
    owners.push(entry)
  }
  for (const entry of owners) shared.set(entry.uid, divided(entry, owners, kind))
  return entries.map(({ uid }) => shared.get(uid)!)
}

function divided(entry: Entry, owners: readonly Entry[], kind: TaskKind): Shared {
  const { uid, score } = entry
  if (kind === 'extractive' || score === 0) return { uid, score }
  const runs = runsOf(entry.summary)
  const group = owners.filter((o) => o.score > 0 && jaccard(runs, runsOf(o.summary)) >= NEAR)
  if (group.length < 2) return { uid, score }
  return { uid, score: score / group.length, note: `shared by ${group.length} near duplicates` }
}

function runsOf(summary: string): Set<string> {
  const tokens = words(summary)
  const runs = new Set<string>()
  for (let i = 0; i + 3 <= tokens.length; i++) runs.add(tokens.slice(i, i + 3).join(' '))
  return runs
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0
  for (const run of a) if (b.has(run)) shared++
  const all = a.size + b.size - shared
  return all === 0 ? 0 : shared / all
}
