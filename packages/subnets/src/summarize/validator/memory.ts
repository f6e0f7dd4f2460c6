/** What a validator knows of its miners: moving averages that outlive a restart. */
import {
  type Average,
  type Averages,
  keepRegistered,
  moveAverages,
} from '../../kit/moving-average.ts'
import { type Weights, weightsOf } from '../../kit/score-weights.ts'
import type { Graded } from './grade.ts'

export type Memory = {
  readonly netuid: number
  /** Tasks asked so far. */
  readonly tasks: number
  readonly averages: Averages
  /** Average that summaries by lot earn: who is not above it earns nothing. */
  readonly byLot: Average
}

/** Weights fall off with this power of the distance to chance. */
const POWER = 2

export function newMemory(netuid: number): Memory {
  return { netuid, tasks: 0, averages: {}, byLot: { hotkey: '', value: 0, tasks: 0 } }
}

/** The memory after one graded task; old scores count half after `halfLife` tasks. */
export function remember(memory: Memory, graded: Graded, halfLife: number): Memory {
  const chance = moveAverages(
    { 0: memory.byLot },
    [{ uid: 0, hotkey: '', score: graded.byLot }],
    halfLife,
  )
  return {
    netuid: memory.netuid,
    tasks: memory.tasks + 1,
    averages: moveAverages(memory.averages, graded.grades, halfLife),
    byLot: chance[0]!,
  }
}

/** Forgets uids whose hotkey changed; `hotkeys` are those of the subnet by uid. */
export function forgetGone(memory: Memory, hotkeys: readonly string[]): Memory {
  return { ...memory, averages: keepRegistered(memory.averages, hotkeys) }
}

/** Weights: average above chance, squared. Empty when nobody is better than chance. */
export function weightsFrom(memory: Memory): Weights {
  const scores = new Map(
    Object.entries(memory.averages).map(([uid, { value }]) => [Number(uid), value]),
  )
  return weightsOf(scores, { floor: memory.byLot.value, power: POWER })
}

/** Whether parsed JSON is a memory, down to each number. */
export function isMemory(value: unknown): value is Memory {
  if (typeof value !== 'object' || value === null) return false
  const { netuid, tasks, averages, byLot } = value as Record<string, unknown>
  return (
    Number.isInteger(netuid) &&
    Number.isInteger(tasks) &&
    isAverage(byLot) &&
    typeof averages === 'object' &&
    averages !== null &&
    Object.entries(averages).every(([uid, average]) => /^\d+$/.test(uid) && isAverage(average))
  )
}

function isAverage(value: unknown): value is Average {
  if (typeof value !== 'object' || value === null) return false
  const average = value as Record<string, unknown>
  return (
    typeof average.hotkey === 'string' &&
    typeof average.value === 'number' &&
    average.value >= 0 &&
    Number.isInteger(average.tasks)
  )
}
