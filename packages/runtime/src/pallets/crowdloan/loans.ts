/** Crowdloans by number, and what is checked of them again and again. */
import * as f from '@taonet/frame'
import { palletAccount } from '../../common/pallet-account.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as storage from './storage.ts'
import type { CrowdloanInfo } from './types.ts'

/** The account that holds what a crowdloan has raised. */
export const fundsAccount = (ctx: f.Context, id: number): f.AccountId =>
  palletAccount(constants.PalletId.get(ctx), f.u32.encode(id))

/** refuses InvalidCrowdloanId */
export function loanOf(ctx: f.Context, id: number): CrowdloanInfo {
  const loan = storage.Crowdloans.get(ctx, id)
  f.ensure(loan !== undefined, errors.InvalidCrowdloanId)
  return loan
}

/** refuses InvalidCrowdloanId, AlreadyFinalized */
export function openLoan(ctx: f.Context, id: number): CrowdloanInfo {
  const loan = loanOf(ctx, id)
  f.ensure(!loan.finalized, errors.AlreadyFinalized)
  return loan
}

/**
 * A crowdloan that `who` started and that still goes on.
 *
 * refuses InvalidCrowdloanId, AlreadyFinalized, InvalidOrigin
 */
export function ownLoan(ctx: f.Context, id: number, who: f.AccountId): CrowdloanInfo {
  const loan = openLoan(ctx, id)
  f.ensure(loan.creator === who, errors.InvalidOrigin)
  return loan
}

/** refuses CannotEndInPast, BlockDurationTooShort, BlockDurationTooLong */
export function ensureEnd(ctx: f.Context, end: number): void {
  f.ensure(ctx.block < end, errors.CannotEndInPast)
  const blocks = end - ctx.block
  f.ensure(blocks >= constants.MinimumBlockDuration.get(ctx), errors.BlockDurationTooShort)
  f.ensure(blocks <= constants.MaximumBlockDuration.get(ctx), errors.BlockDurationTooLong)
}
