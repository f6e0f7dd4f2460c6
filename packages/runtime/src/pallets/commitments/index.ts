/** Commitments: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { revealTimelocked } from './reveal.ts'
import * as storage from './storage.ts'

export { purgeNetuid } from './purge.ts'
export { calls, errors, storage }

export const Commitments = f.pallet('Commitments', {
  crate: 'pallet_commitments',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks: { on_initialize: revealTimelocked },
})
