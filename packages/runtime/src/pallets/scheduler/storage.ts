/** Storage of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { RetryConfig, Scheduled as ScheduledCodec } from './types.ts'

export const IncompleteSince = f.value(f.u32, undefined)

export const Agenda = f.map(
  [f.twox64_concat(f.u32)],
  f.boundedVec(f.option(ScheduledCodec), 50),
  [],
)

export const Retries = f.map([f.blake2_128_concat(f.tuple(f.u32, f.u32))], RetryConfig, undefined)

export const Lookup = f.map([f.twox64_concat(f.bytesN(32))], f.tuple(f.u32, f.u32), undefined)
