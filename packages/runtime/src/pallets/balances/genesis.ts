/** Who owns what in the first state. */
import * as f from '@taonet/frame'
import { existentialDeposit } from './account.ts'
import * as storage from './storage.ts'

/** source  polkadot-sdk substrate/frame/balances/src/lib.rs GenesisConfig::build */
export function genesis(
  ctx: f.Context,
  balances: readonly (readonly [who: f.AccountId, rao: bigint])[],
): void {
  let total = 0n
  for (const [who, free] of balances) {
    f.assert(free >= existentialDeposit(ctx), `${who} starts with an existential deposit`)
    f.assert(!f.system.accountExists(ctx, who), `${who} stands once in the genesis`)
    f.system.incProviders(ctx, who)
    f.system.putAccountData(ctx, who, { ...f.system.NO_DATA, free })
    total += free
  }
  storage.TotalIssuance.set(ctx, total)
}
