/** Events of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Scheduled = f.event(0, { when: f.u32, index: f.u32 })
export const Canceled = f.event(1, { when: f.u32, index: f.u32 })
export const Dispatched = f.event(2, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
  result: f.result(f.unit, f.DispatchErrorWire),
})
export const RetrySet = f.event(3, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
  period: f.u32,
  retries: f.u8,
})
export const RetryCancelled = f.event(4, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
})
export const CallUnavailable = f.event(5, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
})
export const PeriodicFailed = f.event(6, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
})
export const RetryFailed = f.event(7, { task: f.tuple(f.u32, f.u32), id: f.option(f.bytesN(32)) })
export const PermanentlyOverweight = f.event(8, {
  task: f.tuple(f.u32, f.u32),
  id: f.option(f.bytesN(32)),
})
export const AgendaIncomplete = f.event(9, { when: f.u32 })
