/** System: the pallet's table. */
import { pallet } from '../pallet/pallet.ts'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export const System = pallet('System', {
  crate: 'frame_system',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
})
