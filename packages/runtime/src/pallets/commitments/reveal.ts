/** Opening commitments whose round the beacon has signed. */
import * as f from '@taonet/frame'
import { decryptTimelock } from '../subtensor/weights/timelock/decrypt.ts'
import { pulseSignature } from '../subtensor/weights/timelock/pulse-signature.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import { type Committer, removeTimelocked } from './timelocked-index.ts'
import type { Data, Registration } from './types.ts'

/** How many opened commitments of an account are kept. */
const MAX_REVEALS = 10
const INDEX_UPDATE = f.dbReadsWrites(1, 1)

/** What became of a commitment's fields. */
interface Opened {
  /** Fields that stay: open ones, and those whose round is yet to come. */
  readonly kept: Data[]
  readonly revealed: Uint8Array[]
  readonly timelocked: number
  /** Timelocked fields whose round is there, whether or not they could be opened. */
  readonly processed: number
}

/** Opens what can be opened; what cannot although its round is there, is lost. */
function openFields(ctx: f.Context, fields: readonly Data[]): Opened {
  const kept: Data[] = []
  const revealed: Uint8Array[] = []
  let [timelocked, processed] = [0, 0]
  for (const field of fields) {
    if (field.type !== 'TimelockEncrypted') {
      kept.push(field)
      continue
    }
    timelocked++
    const signature = pulseSignature(ctx, field.value.reveal_round)
    if (signature === undefined) {
      kept.push(field)
      continue
    }
    processed++
    const plain = decryptTimelock(field.value.encrypted, signature)
    if (plain !== undefined && plain.length > 0) revealed.push(plain)
  }
  return { kept, revealed, timelocked, processed }
}

/** Keeps what was opened, the last few only. */
function keepReveals(ctx: f.Context, [netuid, who]: Committer, plain: Uint8Array[]): f.Weight {
  if (plain.length === 0) return f.NO_WEIGHT
  const before = storage.RevealedCommitments.get(ctx, netuid, who) ?? []
  const now = BigInt(ctx.block)
  for (const _ of plain) ctx.deposit(events.CommitmentRevealed({ netuid, who }))
  const all = [...before, ...plain.map((bytes): [Uint8Array, bigint] => [bytes, now])]
  storage.RevealedCommitments.set(ctx, netuid, who, all.slice(-MAX_REVEALS))
  return f.dbReadsWrites(1, 1)
}

/** Keeps the fields that are left. */
function keepFields(
  ctx: f.Context,
  committer: Committer,
  registration: Registration,
  fields: Data[],
): f.Weight {
  const [netuid, who] = committer
  const rest = fields.length > 0 ? { ...registration, info: { fields } } : undefined
  storage.CommitmentOf.put(ctx, netuid, who, rest)
  const waits = fields.some(({ type }) => type === 'TimelockEncrypted')
  if (waits) return f.dbWrites(1)
  removeTimelocked(ctx, committer)
  return f.addWeight(f.dbWrites(1), INDEX_UPDATE)
}

function revealOf(ctx: f.Context, committer: Committer): f.Weight {
  const [netuid, who] = committer
  const registration = storage.CommitmentOf.get(ctx, netuid, who)
  const opened = registration && openFields(ctx, registration.info.fields)
  const weight = f.dbReads(1 + (opened?.timelocked ?? 0))
  if (registration === undefined || opened === undefined || opened.timelocked === 0) {
    removeTimelocked(ctx, committer)
    return f.addWeight(weight, INDEX_UPDATE)
  }
  if (opened.processed === 0) return weight
  const revealing = keepReveals(ctx, committer, opened.revealed)
  const keeping = keepFields(ctx, committer, registration, opened.kept)
  return f.addWeight(weight, f.addWeight(revealing, keeping))
}

/**
 * Opens all commitments whose round is there; gives the weight.
 *
 * source  opentensor/subtensor pallets/commitments/src/lib.rs reveal_timelocked_commitments
 * cost    some 20 ms for each field that is opened
 */
export function revealTimelocked(ctx: f.Context): f.Weight {
  let weight = f.dbReads(1)
  for (const committer of storage.TimelockedIndex.get(ctx))
    weight = f.addWeight(weight, revealOf(ctx, committer))
  return weight
}
