/** Contracts: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export const Contracts = f.pallet('Contracts', {
  crate: 'pallet_contracts',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
})
