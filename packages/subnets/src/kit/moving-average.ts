/** Exponential moving averages of scores, one per uid, moved only by tasks the uid was asked. */

/** What is remembered of one uid; the hotkey tells a newcomer from the one who left. */
export type Average = { readonly hotkey: string; readonly value: number; readonly tasks: number }

/** Plain data: may be saved as JSON and read back. Keys are uids. */
export type Averages = Readonly<Record<number, Average>>

/** Weight of one new score when old ones shall count half after `halfLife` tasks. */
export function alphaOf(halfLife: number): number {
  if (!(halfLife > 0)) throw new RangeError(`a half-life must be above 0 tasks, not ${halfLife}`)
  return 1 - 2 ** (-1 / halfLife)
}

/**
 * The averages after one task: `next = α·score + (1 − α)·old` for every uid that was asked.
 *
 * A uid that is new, or whose hotkey changed, starts from 0 but climbs faster: with fewer than
 * 1/α tasks behind it the plain mean is taken, so nobody waits a half-life to be seen.
 * refuses (RangeError) a score that is not a finite number from 0 up
 */
export function moveAverages(
  old: Averages,
  scores: readonly { uid: number; hotkey: string; score: number }[],
  halfLife: number,
): Averages {
  const alpha = alphaOf(halfLife)
  const next: Record<number, Average> = { ...old }
  for (const { uid, hotkey, score } of scores) {
    if (!Number.isFinite(score) || score < 0) throw new RangeError(`uid ${uid} scored ${score}`)
    const known = next[uid]?.hotkey === hotkey ? next[uid] : { hotkey, value: 0, tasks: 0 }
    const tasks = known.tasks + 1
    const step = Math.max(alpha, 1 / tasks)
    next[uid] = { hotkey, value: known.value + step * (score - known.value), tasks }
  }
  return next
}

/** The averages of those uids that still carry the same hotkey. */
export function keepRegistered(old: Averages, hotkeys: readonly string[]): Averages {
  const kept: Record<number, Average> = {}
  for (const [uid, average] of Object.entries(old)) {
    if (hotkeys[Number(uid)] === average.hotkey) kept[Number(uid)] = average
  }
  return kept
}
