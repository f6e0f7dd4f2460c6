/** Taking a fee before the call, and settling it after. */
import * as f from '@taonet/frame'
import * as aura from '../aura/index.ts'
import * as balances from '../balances/index.ts'
import {
  type AlphaFees,
  type AlphaPaid,
  canPayInAlpha,
  payInAlpha,
  positionsOf,
} from './alpha-fees.ts'

/** Money taken for a fee. */
export type Withdrawn =
  | { readonly type: 'Nothing' }
  | { readonly type: 'Tao'; readonly credit: balances.Credit }
  | { readonly type: 'Alpha'; readonly paid: AlphaPaid }

/** Who pays for which call. */
export interface Payment {
  readonly who: f.AccountId
  readonly call: f.CallValue
  /** With the tip. */
  readonly fee: bigint
}

const FEE_TAKING = { precision: 'Exact', preservation: 'Preserve', fortitude: 'Polite' } as const

/**
 * Checks that the payer has the money.
 *
 * refuses InvalidTransaction::Payment
 */
export function ensureCanPay(ctx: f.Context, alpha: AlphaFees, { who, call, fee }: Payment): void {
  if (fee === 0n || balances.canWithdraw(ctx, who, fee) === 'Success') return
  const positions = positionsOf(ctx, alpha, who, call)
  if (!canPayInAlpha(ctx, alpha, positions, fee)) throw f.invalid({ type: 'Payment' })
}

function withdrawTao(ctx: f.Context, who: f.AccountId, fee: bigint): balances.Credit | undefined {
  try {
    return balances.withdraw(ctx, who, fee, FEE_TAKING)
  } catch (error) {
    f.plainError(error)
    return undefined
  }
}

/**
 * Takes a fee: TAO that leaves the account its deposit, or else alpha.
 *
 * refuses InvalidTransaction::Payment
 * source  opentensor/subtensor pallets/transaction-fee/src/lib.rs withdraw_fee
 */
export function withdrawFee(ctx: f.Context, alpha: AlphaFees, payment: Payment): Withdrawn {
  const { who, call, fee } = payment
  if (fee === 0n) return { type: 'Nothing' }
  const credit = withdrawTao(ctx, who, fee)
  if (credit !== undefined) return { type: 'Tao', credit }
  const positions = positionsOf(ctx, alpha, who, call)
  if (positions.length === 0) throw f.invalid({ type: 'Payment' })
  const author = aura.author(ctx)
  return { type: 'Alpha', paid: payInAlpha(ctx, alpha, positions, { fee, author }) }
}

/** Pays the author of the block; without one the money is gone. */
export function payAuthor(ctx: f.Context, credit: balances.Credit): void {
  if (credit === 0n) return
  const author = aura.author(ctx)
  if (author === undefined || !balances.resolve(ctx, author, credit))
    balances.dropCredit(ctx, credit)
}

function refund(ctx: f.Context, who: f.AccountId, amount: bigint): balances.Debt {
  if (balances.totalBalance(ctx, who) === 0n) return 0n
  try {
    return balances.deposit(ctx, who, amount, 'BestEffort')
  } catch (error) {
    f.plainError(error)
    return 0n
  }
}

/** Gives back what was taken too much, and the rest to the author. Fees in alpha are final. */
export function settleFee(
  ctx: f.Context,
  alpha: AlphaFees,
  withdrawn: Withdrawn,
  { who, fee }: Pick<Payment, 'who' | 'fee'>,
): void {
  if (withdrawn.type === 'Alpha') ctx.deposit(alpha.paidEvent({ who, ...withdrawn.paid }))
  if (withdrawn.type !== 'Tao') return
  const { credit } = withdrawn
  const excess = credit > fee ? credit - fee : 0n
  payAuthor(ctx, credit - refund(ctx, who, excess))
}
