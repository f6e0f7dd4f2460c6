/** Errors of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const FailedToSchedule = f.error(0, 'Failed to schedule.')
export const NotFound = f.error(1, 'Not found.')
export const TargetBlockNumberInPast = f.error(2, 'Target block number in past.')
export const RescheduleNoChange = f.error(3, 'Reschedule no change.')
export const Named = f.error(4, 'Named.')
