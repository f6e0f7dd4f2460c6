/** Conviction behind hotkeys, out of the aggregates of locks. */
import type * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import {
  DecayingHotkeyLock,
  DecayingOwnerLock,
  HotkeyLock,
  OwnerLock,
  SubnetOwnerHotkey,
} from '../storage.ts'
import type { LockState } from '../types.ts'
import { getAggregate, isSubnetOwnerHotkey, rollTime } from './lock-rows.ts'
import { type LockKind, type RollTime, rollLock } from './roll.ts'

/** Kinds of locks to a hotkey that is not the subnet owner's. */
export const HOTKEY_KINDS: readonly LockKind[] = [
  { isOwner: false, isPerpetual: true },
  { isOwner: false, isPerpetual: false },
]
/** Kinds of locks to the subnet owner's hotkey. */
export const OWNER_KINDS: readonly LockKind[] = [
  { isOwner: true, isPerpetual: true },
  { isOwner: true, isPerpetual: false },
]

const rolledConviction = (lock: LockState | undefined, time: RollTime, kind: LockKind): f.U64F64 =>
  lock === undefined ? 0n : rollLock(lock, time, kind).conviction

/**
 * Conviction behind a hotkey now.
 *
 * units   U64F64 of rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs hotkey_conviction
 */
export function hotkeyConviction(ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): f.U64F64 {
  const time = rollTime(ctx)
  const kinds = isSubnetOwnerHotkey(ctx, netuid, hotkey)
    ? [...HOTKEY_KINDS, ...OWNER_KINDS]
    : HOTKEY_KINDS
  let total: f.U64F64 = U64F64.ZERO
  for (const kind of kinds) {
    const lock = getAggregate(ctx, netuid, hotkey, kind)
    total = U64F64.add(total, rolledConviction(lock, time, kind))
  }
  return total
}

/**
 * Conviction behind each hotkey of a subnet, in order of hotkeys, the owner's included.
 *
 * units   U64F64 of rao
 */
function convictions(ctx: f.Context, netuid: NetUid): [hotkey: f.AccountId, f.U64F64][] {
  const time = rollTime(ctx)
  const scores = new Map<f.AccountId, f.U64F64>()
  const count = (hotkey: f.AccountId, lock: LockState, kind: LockKind) =>
    scores.set(hotkey, U64F64.add(scores.get(hotkey) ?? 0n, rolledConviction(lock, time, kind)))
  for (const [i, rows] of [HotkeyLock, DecayingHotkeyLock].entries())
    for (const [[, hotkey], lock] of rows.entries(ctx, netuid))
      count(hotkey, lock, HOTKEY_KINDS[i]!)
  for (const [i, row] of [OwnerLock, DecayingOwnerLock].entries()) {
    const lock = row.get(ctx, netuid)
    if (lock !== undefined) count(SubnetOwnerHotkey.get(ctx, netuid), lock, OWNER_KINDS[i]!)
  }
  return [...scores].sort(([a], [b]) => (a < b ? -1 : 1))
}

/**
 * Conviction on a subnet, behind all hotkeys together.
 *
 * units   U64F64 of rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs get_total_conviction
 */
export function getTotalConviction(ctx: f.Context, netuid: NetUid): f.U64F64 {
  let total: f.U64F64 = U64F64.ZERO
  for (const [, conviction] of convictions(ctx, netuid)) total = U64F64.add(total, conviction)
  return total
}

/**
 * The hotkey with the most conviction behind it, of equals the last in order; undefined without any lock.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs subnet_king
 */
export function subnetKing(ctx: f.Context, netuid: NetUid): f.AccountId | undefined {
  let king: { hotkey: f.AccountId; conviction: f.U64F64 } | undefined
  for (const [hotkey, conviction] of convictions(ctx, netuid))
    if (king === undefined || conviction >= king.conviction) king = { hotkey, conviction }
  return king?.hotkey
}
