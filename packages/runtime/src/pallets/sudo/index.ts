/** Sudo: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export { calls, storage }

/** Gives one key everything; without a key nobody has it. */
export function genesis(ctx: f.Context, key: f.AccountId | undefined): void {
  storage.Key.put(ctx, key)
}

export const Sudo = f.pallet('Sudo', {
  crate: 'pallet_sudo',
  storage,
  events,
  errors,
  calls,
  types: { RuntimeCall: f.RuntimeCall },
})
