/** AdminUtils: the pallet's table. */
import * as f from '@taonet/frame'
import { AuraId } from '../aura/types.ts'
import * as calls from './calls/index.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const AdminUtils = f.pallet('AdminUtils', {
  crate: 'pallet_admin_utils',
  storage,
  events,
  errors,
  calls,
  types: { AuthorityId: AuraId },
})
