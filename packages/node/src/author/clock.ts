/** Block time: when the next block is, in milliseconds and in slots. */

/** Time of the outside world in milliseconds since 1970. */
export type WallClock = () => number

/**
 * The timestamp of the next block: now, but at least one slot after the last block, since a slot has
 * one block at most. Blocks made faster than slots pass carry time ahead of the wall clock.
 *
 * units   milliseconds
 */
export function nextTimestamp(nowMs: number, lastMs: number, slotMs: number): number {
  const lastSlot = Math.floor(lastMs / slotMs)
  return Math.floor(nowMs / slotMs) > lastSlot ? nowMs : (lastSlot + 1) * slotMs
}

/** Milliseconds until the next whole multiple of `intervalMs`. */
export const untilTick = (nowMs: number, intervalMs: number): number =>
  intervalMs - (nowMs % intervalMs)
