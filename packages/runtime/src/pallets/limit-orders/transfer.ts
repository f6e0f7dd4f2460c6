/** TAO that orders move. */
import type * as f from '@taonet/frame'
import type { Tao } from '../../common/units.ts'
import { transfer } from '../balances/index.ts'

/** What the order's creator pays with each purchase or sale. */
export function payFee(ctx: f.Context, from: f.AccountId, to: f.AccountId, fee: Tao): void {
  if (fee > 0n) pay(ctx, from, to, fee)
}

/** source  opentensor/subtensor pallets/subtensor/src/staking/order_swap.rs transfer_tao */
export function pay(ctx: f.Context, from: f.AccountId, to: f.AccountId, amount: Tao): void {
  transfer(ctx, { from, to, amount, preservation: 'Expendable' })
}
