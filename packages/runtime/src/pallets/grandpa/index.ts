/** Grandpa: the pallet's table. Its authorities are kept for clients; nothing here votes. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { type AuthorityList, genesis, scheduleChange } from './authorities.ts'
export { calls, errors, storage }

export const Grandpa = f.pallet('Grandpa', {
  crate: 'pallet_grandpa',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
  generics: { Event: [] },
  types: { KeyOwnerProof: f.Void },
})
