/** MevShield: the pallet's table. */
import * as f from '@taonet/frame'
import { AuraId } from '../aura/types.ts'
import * as calls from './calls.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { IDENTIFIER as SHIELD_INHERENT } from './hooks.ts'
export { calls, errors, storage }

const { on_initialize, is_inherent, create_inherent } = hooks

export const MevShield = f.pallet('MevShield', {
  crate: 'pallet_shield',
  storage,
  events,
  errors,
  calls,
  hooks: { on_initialize, is_inherent, create_inherent },
  types: { AuthorityId: AuraId, RuntimeCall: f.RuntimeCall },
})
