/** Putting a block's TAO and alpha into pools. */
import * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { adjustProtocolLiquidity } from '../../swap/liquidity.ts'
import { MAX_PRICE } from '../../swap/swap.ts'
import { type Credit, recycleCredit, spendTao } from '../currency.ts'
import { mintAlphaIn } from '../pools/alpha.ts'
import { recordProtocolInflow } from '../pools/flows.ts'
import { swapTaoForAlpha } from '../pools/swap.ts'
import {
  SubnetAlphaInEmission,
  SubnetExcessTao,
  SubnetProtocolAlpha,
  SubnetTAO,
  SubnetTaoInEmission,
  TotalStake,
} from '../storage.ts'
import { getSubnetAccountId } from '../subnets/account.ts'
import type { SubnetTerms } from './subnet-terms.ts'

/** A subnet's account, and what is left of the block's credit. */
interface Purse {
  readonly netuid: NetUid
  readonly account: f.AccountId
  readonly credit: Credit
}

/**
 * Buys alpha without a fee; it stays outside the pool and is nobody's. When the purchase fails the TAO just
 * stays in the subnet's account.
 */
function buyWithExcess(ctx: f.Context, { netuid, account, credit }: Purse, tao: Tao): Credit {
  if (tao === 0n) return credit
  const left = spendTao(ctx, account, credit, tao)
  if (left === undefined) return credit
  const terms = { priceLimit: MAX_PRICE, dropFees: true }
  const bought = attempt(() => swapTaoForAlpha(ctx, netuid, tao, terms))
  if (!bought.ok) return left
  const { amountPaidIn, amountPaidOut } = bought.value
  SubnetProtocolAlpha.mutate(ctx, netuid, (total) => satU64.add(total, amountPaidOut))
  SubnetExcessTao.set(ctx, netuid, amountPaidIn)
  recordProtocolInflow(ctx, netuid, amountPaidIn)
  return left
}

function injectTao(ctx: f.Context, { netuid, account, credit }: Purse, tao: Tao): Credit {
  if (tao === 0n) return credit
  const left = spendTao(ctx, account, credit, tao)
  if (left === undefined) return credit
  SubnetTaoInEmission.set(ctx, netuid, tao)
  SubnetTAO.mutate(ctx, netuid, (total) => satU64.add(total, tao))
  TotalStake.mutate(ctx, (total) => satU64.add(total, tao))
  recordProtocolInflow(ctx, netuid, tao)
  return left
}

/** One subnet's part: weights first, then the purchase on the old reserves, then alpha and TAO. */
function injectInto(ctx: f.Context, purse: Purse, terms: SubnetTerms): Credit {
  const { netuid } = purse
  const added = adjustProtocolLiquidity(ctx, netuid, {
    tao: U96F32.toU64(terms.taoIn),
    alpha: U96F32.toU64(terms.alphaIn),
  })
  SubnetExcessTao.set(ctx, netuid, 0n)
  SubnetTaoInEmission.set(ctx, netuid, 0n)
  const credit = buyWithExcess(ctx, purse, U96F32.toU64(terms.excessTao))
  SubnetAlphaInEmission.set(ctx, netuid, added.alpha)
  mintAlphaIn(ctx, netuid, added.alpha)
  return injectTao(ctx, { ...purse, credit }, added.tao)
}

/**
 * Spends the block's credit on the subnets' pools, in their order; what is left is recycled.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs inject_and_maybe_swap
 */
export function injectAndMaybeSwap(
  ctx: f.Context,
  netuids: readonly NetUid[],
  terms: ReadonlyMap<NetUid, SubnetTerms>,
  blockCredit: Credit,
): void {
  let credit = blockCredit
  for (const netuid of netuids) {
    const account = getSubnetAccountId(ctx, netuid)
    const own = terms.get(netuid)
    f.assert(own !== undefined, 'terms were computed for every emitting subnet')
    if (account !== undefined) credit = injectInto(ctx, { netuid, account, credit }, own)
  }
  recycleCredit(ctx, credit)
}
