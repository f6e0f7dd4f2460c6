/** TAO of subnets: pools and root stake are backed by accounts, and counted in the total. */
import * as f from '@taonet/frame'
import { freeBalance } from '../pallets/balances/inspect.ts'
import {
  NetworkRegisteredAt,
  NetworksAdded,
  SubnetTAO,
  TotalStake,
} from '../pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../pallets/subtensor/subnets/account.ts'
import { ROOT } from '../pallets/subtensor/subnets/exists.ts'

/** The genesis gives its subnet this much for its pool, which nobody ever paid. In rao. */
const GENESIS_RESERVE = 10_000_000_000n

const isOfGenesis = (ctx: f.Context, netuid: number): boolean =>
  netuid !== ROOT && NetworkRegisteredAt.get(ctx, netuid) === 0n

/** More than enough is usual: fees of swaps, parts of limited buys that were not filled. */
export const reservesAreBacked = f.invariant("a subnet's account has its TAO", function* (ctx) {
  for (const [netuid] of NetworksAdded.keysOf(ctx)) {
    const account = getSubnetAccountId(ctx, netuid)
    if (account === undefined) continue
    const tao = SubnetTAO.get(ctx, netuid) - (isOfGenesis(ctx, netuid) ? GENESIS_RESERVE : 0n)
    const free = freeBalance(ctx, account)
    if (free < tao) yield `subnet ${netuid}: ${tao} rao in the pool, ${free} on the account`
  }
})

/** The total also counts fees and what limited buys did not fill, so it may be larger. */
export const totalStakeCovers = f.invariant('TotalStake covers the subnets', function* (ctx) {
  let sum = 0n
  for (const [netuid] of NetworksAdded.keysOf(ctx)) sum += SubnetTAO.get(ctx, netuid)
  const total = TotalStake.get(ctx)
  if (sum > total + GENESIS_RESERVE) yield `${sum} rao in subnets, ${total} in the total`
})
