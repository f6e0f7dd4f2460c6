/** Weights of Scheduler's calls and of its work in a block, as benchmarked upstream. */
import * as f from '@taonet/frame'
import { benchmarked, benchmarkedPerItem } from '../../common/benchmarked.ts'

const AGENDA = 110_487n

export const service_agendas_base = benchmarked([1_335_000n, 1489n, 1, 1])
export const service_agenda_base = benchmarkedPerItem(
  [2_409_000n, AGENDA, 1, 1],
  [486_046n, 0n, 0, 0],
)
const taskBase = f.weight(2_991_000n)
const taskFetched = benchmarkedPerItem([16_792_000n, 3556n, 3, 2], [23_402n, 1n, 0, 0])
const taskNamed = benchmarked([4_292_000n, 0n, 0, 1])
const taskPeriodic = f.weight(2_974_000n)
export const execute_dispatch_signed = benchmarked([4_155_000n, 3997n, 2, 0])
export const execute_dispatch_unsigned = f.weight(1_858_000n)

/** What a task costs beside its call. */
export interface TaskKind {
  /** Bytes to look up; nothing for a call that lies open. */
  readonly lookup: number | undefined
  readonly isNamed: boolean
  readonly isPeriodic: boolean
}

export function service_task({ lookup, isNamed, isPeriodic }: TaskKind): f.Weight {
  let total = lookup === undefined ? taskBase : taskFetched(lookup)
  if (isNamed) total = f.addWeight(total, f.subWeight(taskNamed, taskBase))
  if (isPeriodic) total = f.addWeight(total, f.subWeight(taskPeriodic, taskBase))
  return total
}

export const schedule = benchmarkedPerItem([3_815_234n, AGENDA, 1, 1], [538_417n, 0n, 0, 0])
export const cancel = benchmarkedPerItem([2_524_382n, AGENDA, 1, 3], [777_710n, 0n, 0, 0])
export const schedule_named = benchmarkedPerItem([8_965_037n, AGENDA, 2, 2], [559_963n, 0n, 0, 0])
export const cancel_named = benchmarkedPerItem([7_403_622n, AGENDA, 2, 3], [778_228n, 0n, 0, 0])
export const schedule_retry = benchmarkedPerItem([10_762_174n, AGENDA, 1, 2], [16_285n, 0n, 0, 0])
export const set_retry = benchmarked([169_783_000n, AGENDA, 1, 1])
export const set_retry_named = benchmarked([186_544_000n, AGENDA, 2, 1])
export const cancel_retry = benchmarked([169_076_000n, AGENDA, 1, 1])
export const cancel_retry_named = benchmarked([182_329_000n, AGENDA, 2, 1])
