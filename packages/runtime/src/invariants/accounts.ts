/** Accounts: what keeps them alive, and that there is enough of it. */
import * as f from '@taonet/frame'
import { existentialDeposit } from '../pallets/balances/account.ts'

type AccountInfo = f.Value<typeof f.system.storage.Account.codec>

function* faults(account: AccountInfo, ed: bigint): Generator<string> {
  const { consumers, providers, sufficients, data } = account
  const { free, reserved, frozen } = data
  const needs = reserved > 0n || frozen > 0n ? 1 : 0
  if (consumers !== needs) yield `${consumers} consumers, ${needs} by its balances`
  if (free >= ed && providers === 0) yield `${free} rao free and no provider`
  if (consumers > 0 && providers === 0) yield `${consumers} consumers and no provider`
  if (free + reserved > 0n && providers + sufficients === 0) yield `${free} rao, but does not exist`
  if (free > 0n && free < ed && reserved === 0n) yield `${free} rao, less than may live`
}

/** Providers and consumers count what the balances say. More providers come from other pallets. */
export const accountsLive = f.invariant('an account that has something exists', function* (ctx) {
  const ed = existentialDeposit(ctx)
  for (const [[who], account] of f.system.storage.Account.entries(ctx))
    for (const fault of faults(account, ed)) yield `${who}: ${fault}`
})
