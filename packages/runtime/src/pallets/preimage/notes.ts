/** Noting bytes under their hash, asking for them, and forgetting them. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { statusOf } from './status.ts'
import * as storage from './storage.ts'
import { dropTicket, takeTicket } from './ticket.ts'
import type { RequestStatus } from './types.ts'

const MAX_SIZE = 4 * 1024 * 1024

type Requested = Extract<RequestStatus, { type: 'Requested' }>['value']
const setRequested = (ctx: f.Context, hash: f.H256, value: Requested): void =>
  storage.RequestStatusFor.set(ctx, hash, { type: 'Requested', value })

function forget(ctx: f.Context, hash: f.H256, length: number): void {
  storage.PreimageFor.remove(ctx, [hash, length])
}

function notedStatus(
  ctx: f.Context,
  status: RequestStatus | undefined,
  { depositor, len }: { depositor: f.AccountId | undefined; len: number },
): RequestStatus {
  if (status?.type === 'Requested')
    return { type: 'Requested', value: { ...status.value, maybe_len: len } }
  if (status !== undefined) {
    f.ensure(depositor === undefined, errors.AlreadyNoted)
    // the length that was noted before, which rows of old chains may have got wrong
    const { ticket: maybe_ticket, len: maybe_len } = status.value
    return { type: 'Requested', value: { maybe_ticket, count: 1, maybe_len } }
  }
  if (depositor === undefined)
    return { type: 'Requested', value: { maybe_ticket: undefined, count: 1, maybe_len: len } }
  return { type: 'Unrequested', value: { ticket: takeTicket(ctx, depositor, len), len } }
}

/**
 * Keeps bytes under their hash; `depositor` pays unless somebody asked for them.
 *
 * refuses TooBig, AlreadyNoted, FundsUnavailable
 * source  polkadot-sdk substrate/frame/preimage/src/lib.rs note_bytes
 */
export function noteBytes(
  ctx: f.Context,
  bytes: Uint8Array,
  depositor: f.AccountId | undefined,
): { hash: f.H256; wasRequested: boolean } {
  const hash = f.toHex(f.blake2_256(bytes))
  const len = bytes.length
  f.ensure(len <= MAX_SIZE, errors.TooBig)
  const status = notedStatus(ctx, statusOf(ctx, hash), { depositor, len })
  storage.RequestStatusFor.set(ctx, hash, status)
  storage.PreimageFor.set(ctx, [hash, len], bytes)
  ctx.deposit(events.Noted({ hash }))
  return { hash, wasRequested: status.type === 'Requested' }
}

/** Asks for the bytes behind `hash`, once more if need be. */
export function request(ctx: f.Context, hash: f.H256): void {
  const status = statusOf(ctx, hash)
  const before: Requested =
    status?.type === 'Requested'
      ? status.value
      : { maybe_ticket: status?.value.ticket, count: 0, maybe_len: status?.value.len }
  const count = f.satU32.add(before.count, 1)
  setRequested(ctx, hash, { ...before, count })
  if (count === 1) ctx.deposit(events.Requested({ hash }))
}

/**
 * Takes one request back; with the last one, bytes that nobody paid for go.
 *
 * refuses NotRequested
 */
export function unrequest(ctx: f.Context, hash: f.H256): void {
  const status = statusOf(ctx, hash)
  f.ensure(status?.type === 'Requested', errors.NotRequested)
  const { count, maybe_len, maybe_ticket } = status.value
  if (count > 1) {
    setRequested(ctx, hash, { ...status.value, count: count - 1 })
    return
  }
  if (maybe_len !== undefined && maybe_ticket !== undefined) {
    const value = { ticket: maybe_ticket, len: maybe_len }
    storage.RequestStatusFor.set(ctx, hash, { type: 'Unrequested', value })
    return
  }
  if (maybe_len !== undefined) forget(ctx, hash, maybe_len)
  storage.RequestStatusFor.remove(ctx, hash)
  if (maybe_len !== undefined) ctx.deposit(events.Cleared({ hash }))
}

/**
 * Gives the deposit back, and forgets the bytes if nobody asks for them. Without an owner: as root.
 *
 * refuses NotNoted, NotAuthorized, NotRequested
 */
export function unnote(ctx: f.Context, hash: f.H256, owner: f.AccountId | undefined): void {
  const status = statusOf(ctx, hash)
  f.ensure(status !== undefined, errors.NotNoted)
  const { value } = status
  const ticket = 'ticket' in value ? value.ticket : value.maybe_ticket
  f.ensure(owner === undefined || ticket?.[0] === owner, errors.NotAuthorized)
  if (ticket === undefined) {
    unrequest(ctx, hash)
    return
  }
  dropTicket(ctx, ticket)
  if (status.type === 'Requested') {
    setRequested(ctx, hash, { ...status.value, maybe_ticket: undefined })
    return
  }
  storage.RequestStatusFor.remove(ctx, hash)
  forget(ctx, hash, status.value.len)
  ctx.deposit(events.Cleared({ hash }))
}
