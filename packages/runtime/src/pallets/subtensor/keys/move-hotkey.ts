/** What moves from one hotkey to another on a subnet, but stake. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { parentChildSwapHotkey } from '../delegation/family-rows.ts'
import * as storage from '../storage.ts'
import { mechanismIndices } from '../subnets/mechanisms.ts'
import { setSubnetOwnerHotkey } from '../subnets/owner-hotkey.ts'
import type { WeightTally } from './weight-tally.ts'

/** One hotkey gives way to another. */
export interface HotkeySwap {
  readonly from: f.AccountId
  readonly to: f.AccountId
}

/** An item with at most one row for each hotkey of a subnet. */
type PerHotkey<T> = f.Storage<readonly [number, f.AccountId], T, undefined>

/** Moves a row, if there is one; whether there was. */
function moveRow<T>(
  ctx: f.Context,
  item: PerHotkey<T>,
  index: number,
  { from, to }: HotkeySwap,
): boolean {
  const row = item.find(ctx, index, from)
  if (row === undefined) return false
  item.remove(ctx, index, from)
  item.set(ctx, index, to, row)
  return true
}

/**
 * Gives a hotkey another one's place on a subnet: uid, servers, commits, take, family, auto-stake and the part of the
 * subnet owner's hotkey.
 *
 * refuses CannotUseSystemAccount, and what families refuse
 * source  opentensor/subtensor pallets/subtensor/src/swap/swap_hotkey.rs perform_hotkey_swap_on_one_subnet
 */
export function moveHotkey(
  ctx: f.Context,
  netuid: NetUid,
  swap: HotkeySwap,
  meter: WeightTally,
): void {
  const { from, to } = swap
  const isMember = storage.IsNetworkMember.get(ctx, from, netuid)
  storage.IsNetworkMember.remove(ctx, from, netuid)
  storage.IsNetworkMember.set(ctx, to, netuid, isMember)
  meter.count(1, 2)
  if (isMember) moveNeuron(ctx, netuid, swap, meter)
  moveChildkeyTake(ctx, netuid, swap, meter)
  meter.add(parentChildSwapHotkey(ctx, from, to, netuid))
  moveInPendingChildren(ctx, netuid, swap, meter)
  moveAutoStake(ctx, netuid, swap)
  const ownerHotkey = storage.SubnetOwnerHotkey.find(ctx, netuid)
  if (ownerHotkey === undefined) return
  meter.count(1)
  if (ownerHotkey !== from) return
  setSubnetOwnerHotkey(ctx, netuid, to)
  meter.count(0, 1)
}

/** Moves what a member has. */
function moveNeuron(ctx: f.Context, netuid: NetUid, swap: HotkeySwap, meter: WeightTally): void {
  const uid = storage.Uids.find(ctx, netuid, swap.from)
  if (uid !== undefined) {
    moveRow(ctx, storage.Uids, netuid, swap)
    storage.Keys.set(ctx, netuid, uid, swap.to)
    meter.count(1, 3)
  }
  const count = (hasMoved: boolean) => hasMoved && meter.count(1, 2)
  count(moveRow(ctx, storage.Prometheus, netuid, swap))
  count(moveRow(ctx, storage.Axons, netuid, swap))
  for (const index of mechanismIndices(ctx, netuid))
    count(moveRow(ctx, storage.WeightCommits, index, swap))
  const loaded = storage.LoadedEmission.get(ctx, netuid)
  if (loaded !== undefined) {
    const moved = loaded.map(([hotkey, ...amounts]): (typeof loaded)[number] => [
      hotkey === swap.from ? swap.to : hotkey,
      ...amounts,
    ])
    storage.LoadedEmission.set(ctx, netuid, moved)
    meter.count(1, 2)
  }
  count(moveRow(ctx, storage.NeuronCertificates, netuid, swap))
}

/** A hotkey without a take of its own stays without one. */
function moveChildkeyTake(
  ctx: f.Context,
  netuid: NetUid,
  { from, to }: HotkeySwap,
  meter: WeightTally,
): void {
  if (!storage.ChildkeyTake.has(ctx, from, netuid)) return
  storage.ChildkeyTake.set(ctx, to, netuid, storage.ChildkeyTake.take(ctx, from, netuid))
  meter.count(1, 2)
}

/** Puts the hotkey among the children that others wait for, at the end of their lists. */
function moveInPendingChildren(
  ctx: f.Context,
  netuid: NetUid,
  { from, to }: HotkeySwap,
  meter: WeightTally,
): void {
  for (const [[, parent], [children, block]] of storage.PendingChildKeys.entries(ctx, netuid)) {
    meter.count(1)
    const at = children.findIndex(([, child]) => child === from)
    const edge = children[at]
    if (edge === undefined) continue
    const others = children.filter((_, i) => i !== at)
    storage.PendingChildKeys.set(ctx, netuid, parent, [[...others, [edge[0], to]], block])
    meter.count(1, 2)
  }
}

/** Mining rewards that went to the hotkey go to the other one. */
function moveAutoStake(ctx: f.Context, netuid: NetUid, { from, to }: HotkeySwap): void {
  const coldkeys = storage.AutoStakeDestinationColdkeys.find(ctx, from, netuid)
  if (coldkeys === undefined) return
  for (const coldkey of coldkeys) storage.AutoStakeDestination.set(ctx, coldkey, netuid, to)
  storage.AutoStakeDestinationColdkeys.remove(ctx, from, netuid)
  storage.AutoStakeDestinationColdkeys.set(ctx, to, netuid, coldkeys)
}
