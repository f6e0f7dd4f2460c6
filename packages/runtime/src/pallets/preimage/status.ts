/** How the bytes behind a hash stand, brought up to date when they are looked at. */
import type * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import * as balances from '../balances/index.ts'
import * as storage from './storage.ts'
import { type Ticket, takeTicket } from './ticket.ts'
import type { OldRequestStatus, RequestStatus } from './types.ts'

/** An old row with its reserve as a hold; nothing when that cannot be held. */
function migrated(ctx: f.Context, old: OldRequestStatus): RequestStatus | undefined {
  const { deposit, len } = old.value
  if (deposit !== undefined) balances.unreserve(ctx, deposit[0], deposit[1])
  let ticket: Ticket | undefined
  if (deposit !== undefined && len !== undefined) {
    const taken = attempt(() => takeTicket(ctx, deposit[0], len))
    if (!taken.ok) return undefined
    ticket = taken.value
  }
  if (old.type === 'Requested') {
    const { count } = old.value
    return { type: 'Requested', value: { maybe_ticket: ticket, count, maybe_len: len } }
  }
  return { type: 'Unrequested', value: { ticket: ticket!, len: old.value.len } }
}

/** Turns the reserve of an old row into a hold; says whether there was an old row. */
export function ensureUpdated(ctx: f.Context, hash: f.H256): boolean {
  const old = storage.StatusFor.take(ctx, hash)
  if (old === undefined) return false
  const status = migrated(ctx, old)
  if (status !== undefined) storage.RequestStatusFor.set(ctx, hash, status)
  return true
}

export function statusOf(ctx: f.Context, hash: f.H256): RequestStatus | undefined {
  ensureUpdated(ctx, hash)
  return storage.RequestStatusFor.get(ctx, hash)
}

/** Length of the bytes behind a hash, if they are there. */
export function lengthOf(ctx: f.Context, hash: f.H256): number | undefined {
  const status = statusOf(ctx, hash)
  return status?.type === 'Requested' ? status.value.maybe_len : status?.value.len
}
