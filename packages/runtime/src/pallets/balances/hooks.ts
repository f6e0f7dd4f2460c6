/** Hooks of Balances. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

/** Everything that anybody has was issued, and nothing else was. */
export function try_state(ctx: f.Context): void {
  let held = 0n
  for (const { data } of f.system.storage.Account.values(ctx)) held += data.free + data.reserved
  const issued = storage.TotalIssuance.get(ctx)
  f.assert(held <= issued, `accounts hold ${held} rao, ${issued} are issued`)
}
