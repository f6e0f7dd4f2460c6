/** A subnet goes to the coldkey whose hotkey has the most conviction, when there is enough of it. */

import type * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import { succeeds } from '../../../common/attempt.ts'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { SubnetOwnerChanged } from '../events.ts'
import { registerNeuron } from '../registration/register-neuron.ts'
import { getOwningColdkey } from '../staking/accounts.ts'
import {
  NetworkRegisteredAt,
  SubnetAlphaOut,
  SubnetOwner,
  SubnetOwnerHotkey,
  Uids,
} from '../storage.ts'
import { mergeAggregate } from './aggregate-moves.ts'
import { getTotalConviction, subnetKing } from './conviction.ts'

/** Blocks for which a new subnet is safe. */
const ONE_YEAR = 7200n * 365n + 1800n
/** Conviction has to reach this part of the alpha outside the pool. */
const CONVICTION_PART = U64F64.fromInt(10)

/** Whether conviction is old and large enough to decide who owns a subnet. */
function isDecided(ctx: f.Context, netuid: NetUid): boolean {
  const alphaOut = SubnetAlphaOut.get(ctx, netuid)
  if (alphaOut === 0n) return false
  if (currentBlock(ctx) < NetworkRegisteredAt.get(ctx, netuid) + ONE_YEAR) return false
  const conviction = U64F64.mul(getTotalConviction(ctx, netuid), CONVICTION_PART)
  return conviction >= U64F64.fromInt(alphaOut)
}

/** Files the locks of the former and of the new owner hotkey under their new kinds. */
function moveAggregates(
  ctx: f.Context,
  netuid: NetUid,
  former: f.AccountId,
  king: f.AccountId,
): void {
  for (const hotkeys of [
    { hotkey: former, fromOwner: true },
    { hotkey: king, fromOwner: false },
  ])
    for (const isPerpetual of [true, false]) {
      const { hotkey, fromOwner } = hotkeys
      const from = { hotkey, kind: { isOwner: fromOwner, isPerpetual } }
      const to = { hotkey, kind: { isOwner: !fromOwner, isPerpetual } }
      mergeAggregate(ctx, netuid, from, to)
    }
}

/**
 * Hands a subnet over if conviction asks for it, registering the new owner's hotkey when it has no uid.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/lock.rs change_subnet_owner_if_needed
 */
export function changeSubnetOwnerIfNeeded(ctx: f.Context, netuid: NetUid): void {
  if (!isDecided(ctx, netuid)) return
  const king = subnetKing(ctx, netuid)
  if (king === undefined) return
  const new_coldkey = getOwningColdkey(ctx, king)
  const old_coldkey = SubnetOwner.get(ctx, netuid)
  if (new_coldkey === NOBODY || new_coldkey === old_coldkey) return
  const former = SubnetOwnerHotkey.get(ctx, netuid)
  const hasUid = Uids.has(ctx, netuid, king)
  if (!hasUid && !succeeds(() => registerNeuron(ctx, netuid, king))) return
  moveAggregates(ctx, netuid, former, king)
  SubnetOwner.set(ctx, netuid, new_coldkey)
  SubnetOwnerHotkey.set(ctx, netuid, king)
  ctx.deposit(SubnetOwnerChanged({ netuid, old_coldkey, new_coldkey }))
}

const NOBODY: f.AccountId = `0x${'0'.repeat(64)}`
