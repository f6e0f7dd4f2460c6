/** Committing to data on a subnet. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import { isHotkeyRegisteredOnNetwork } from '../subtensor/registration/uids.ts'
import { SubnetEpochIndex } from '../subtensor/storage.ts'
import { FieldDeposit, InitialDeposit, MaxFields } from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { resetBonds } from './reset-bonds.ts'
import * as storage from './storage.ts'
import { addTimelocked, removeTimelocked } from './timelocked-index.ts'
import type { CommitmentInfo, Data } from './types.ts'

/** What every commitment counts for at least. */
const MIN_SPACE = 100n

/** Bytes of a field as far as they count; a hash counts for its 32. */
export function spaceOf({ type, value }: Data): bigint {
  if (value === undefined) return 0n
  if (type === 'TimelockEncrypted') return BigInt(value.encrypted.length)
  if (type === 'BigRaw') return BigInt(value.length)
  return BigInt((value.length - 2) / 2)
}

/**
 * Counts a commitment against the space of an account, which is fresh in every epoch.
 *
 * refuses SpaceLimitExceeded
 */
function useSpace(ctx: f.Context, netuid: NetUid, who: f.AccountId, fields: readonly Data[]): void {
  const needed = fields.reduce((sum, field) => sum + spaceOf(field), 0n)
  const required = needed > MIN_SPACE ? needed : MIN_SPACE
  const epoch = SubnetEpochIndex.get(ctx, netuid)
  const usage = storage.UsedSpaceOf.get(ctx, netuid, who)
  const before = usage?.last_epoch === epoch ? usage.used_space : 0n
  const used_space = f.satU64.add(before, required)
  f.ensure(used_space <= BigInt(storage.MaxSpace.get(ctx)), errors.SpaceLimitExceeded)
  storage.UsedSpaceOf.set(ctx, netuid, who, { last_epoch: epoch, used_space })
}

/**
 * Reserves or frees what a commitment costs more or less than the one before.
 *
 * refuses InsufficientBalance, UnexpectedUnreserveLeftover
 */
function settleDeposit(ctx: f.Context, who: f.AccountId, before: bigint, fields: number): bigint {
  const perField = f.satU64.mul(BigInt(fields), FieldDeposit.get(ctx))
  const deposit = f.satU64.add(InitialDeposit.get(ctx), perField)
  if (deposit > before) balances.reserve(ctx, who, deposit - before)
  if (deposit < before) {
    const missing = balances.unreserve(ctx, who, before - deposit)
    f.ensure(missing === 0n, errors.UnexpectedUnreserveLeftover)
  }
  return deposit
}

/** Reports a commitment, and notes whether it waits for the beacon. */
function announce(ctx: f.Context, netuid: NetUid, who: f.AccountId, fields: readonly Data[]): void {
  const timelocked = fields.find((field) => field.type === 'TimelockEncrypted')
  if (timelocked === undefined) {
    ctx.deposit(events.Commitment({ netuid, who }))
    removeTimelocked(ctx, [netuid, who])
    return
  }
  const { reveal_round } = timelocked.value
  ctx.deposit(events.TimelockCommitment({ netuid, who, reveal_round }))
  addTimelocked(ctx, [netuid, who])
}

/**
 * Puts a commitment in place of an account's last one.
 *
 * refuses AccountNotAllowedCommit, TooManyFieldsInCommitmentInfo, SpaceLimitExceeded
 * source  opentensor/subtensor pallets/commitments/src/lib.rs set_commitment
 */
export function setCommitment(
  ctx: f.Context,
  netuid: NetUid,
  who: f.AccountId,
  info: CommitmentInfo,
): void {
  const { fields } = info
  f.ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, who), errors.AccountNotAllowedCommit)
  f.ensure(fields.length <= MaxFields.get(ctx), errors.TooManyFieldsInCommitmentInfo)
  if (fields.some(({ type }) => type === 'ResetBondsFlag')) {
    storage.LastBondsReset.set(ctx, netuid, who, ctx.block)
    resetBonds(ctx, netuid, who)
  }
  useSpace(ctx, netuid, who, fields)
  const before = storage.CommitmentOf.get(ctx, netuid, who)?.deposit ?? 0n
  const deposit = settleDeposit(ctx, who, before, fields.length)
  storage.CommitmentOf.set(ctx, netuid, who, { deposit, block: ctx.block, info })
  storage.LastCommitment.set(ctx, netuid, who, ctx.block)
  announce(ctx, netuid, who, fields)
}
