/** SubtensorModule: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls/index.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export const SubtensorModule = f.pallet('SubtensorModule', {
  crate: 'pallet_subtensor',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
  types: { RuntimeCall: f.RuntimeCall, SudoRuntimeCall: f.RuntimeCall },
})
