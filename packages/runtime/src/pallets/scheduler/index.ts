/** Scheduler: the pallet's table, and planning for other pallets. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { serviceAgendas } from './service.ts'
import * as storage from './storage.ts'

export { type Plan, schedule } from './schedule.ts'
export { calls, errors, events, storage }

export const Scheduler = f.pallet('Scheduler', {
  crate: 'pallet_scheduler',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks: { on_initialize: serviceAgendas },
  types: { RuntimeCall: f.RuntimeCall },
})
