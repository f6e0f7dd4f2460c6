/** Timestamp: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { IDENTIFIER as TIMESTAMP_INHERENT } from './hooks.ts'
export { calls, storage }

/** Time of this block, in milliseconds of the Unix epoch. */
export const now = (ctx: f.Context): bigint => storage.Now.get(ctx)

const { on_initialize, on_finalize, is_inherent, create_inherent, check_inherent } = hooks

export const Timestamp = f.pallet('Timestamp', {
  crate: 'pallet_timestamp',
  constants,
  storage,
  calls,
  hooks: { on_initialize, on_finalize, is_inherent, create_inherent, check_inherent },
  types: { Moment: f.u64 },
})
