/** Deposits for bytes that are kept: held while they are. */
import * as f from '@taonet/frame'
import type { RuntimeHoldReason } from '../../common/reasons.ts'
import type { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'

const REASON: RuntimeHoldReason = { type: 'Preimage', value: 'Preimage' }
/** Of two rows with 64 bytes of keys. */
const BASE: Tao = 104_000_000n
const PER_BYTE: Tao = 1_000_000n

/** What a depositor has on hold. */
export type Ticket = [depositor: f.AccountId, rao: Tao]

/**
 * Holds the deposit for `length` bytes.
 *
 * refuses FundsUnavailable, CannotCreateHold, TooManyHolds
 */
export function takeTicket(ctx: f.Context, depositor: f.AccountId, length: number): Ticket {
  const rao = f.satU64.clamp(BASE + PER_BYTE * BigInt(length))
  balances.hold(ctx, REASON, depositor, rao)
  return [depositor, rao]
}

/** Gives a deposit back; a refusal changes nothing and nobody minds. */
export function dropTicket(ctx: f.Context, [depositor, amount]: Ticket): void {
  try {
    balances.release(ctx, REASON, depositor, { amount, precision: 'BestEffort' })
  } catch (error) {
    f.plainError(error)
  }
}
