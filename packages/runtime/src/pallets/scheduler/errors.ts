/** Errors of Scheduler, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const FailedToSchedule = f.error(0, 'The call cannot be planned: its name is taken.')
export const NotFound = f.error(1, 'No such call is planned.')
export const TargetBlockNumberInPast = f.error(2, 'The block lies in the past.')
export const RescheduleNoChange = f.error(3, 'The call is planned for that block already.')
export const Named = f.error(4, 'A call with a name is addressed by its name.')
