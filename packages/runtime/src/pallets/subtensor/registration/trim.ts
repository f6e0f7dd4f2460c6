/** Making a subnet smaller. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { MaxImmuneUidsPercentage } from '../constants.ts'
import { immunePercentage, uidsKeptByTrim } from '../epoch/prune.ts'
import type { PairRow } from '../epoch/types.ts'
import { InvalidValue, SubnetNotExists, TrimmingWouldExceedMaxImmunePercentage } from '../errors.ts'
import * as storage from '../storage.ts'
import { ifSubnetExist } from '../subnets/exists.ts'
import { mechanismIndices } from '../subnets/mechanisms.ts'
import { getImmuneOwnerUids, getNeuronIsImmune } from './prune.ts'

/**
 * Lowers the number of uids to at most `size`. The neurons with the least emission go, but no immune ones; the others
 * keep their order and get the first uids.
 *
 * refuses SubnetNotExists, InvalidValue, TrimmingWouldExceedMaxImmunePercentage
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs trim_to_max_allowed_uids
 */
export function trimToMaxAllowedUids(ctx: f.Context, netuid: NetUid, size: number): void {
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
  f.ensure(size >= storage.MinAllowedUids.get(ctx, netuid), InvalidValue)
  f.ensure(size <= storage.MaxAllowedUids.get(ctx, netuid), InvalidValue)
  storage.MaxAllowedUids.set(ctx, netuid, size)
  const before = storage.SubnetworkN.get(ctx, netuid)
  if (before <= size) return
  const isImmune = immunity(ctx, netuid)
  const immune = Array.from({ length: before }, (_, uid) => uid).filter(isImmune).length
  f.ensure(
    immunePercentage(immune, size) < MaxImmuneUidsPercentage.get(ctx),
    TrimmingWouldExceedMaxImmunePercentage,
  )
  const emission = storage.Emission.get(ctx, netuid)
  const kept = uidsKeptByTrim(emission, (uid) => !isImmune(uid), size, before)
  const staying = new Set(kept)
  for (let uid = 0; uid < emission.length; uid++)
    if (!staying.has(uid)) removeNeuron(ctx, netuid, uid)
  compactLists(ctx, netuid, kept)
  moveRows(ctx, netuid, kept)
  storage.Uids.clear(ctx, [netuid])
  for (let uid = 0; uid < kept.length; uid++)
    storage.Uids.set(ctx, netuid, storage.Keys.get(ctx, netuid, uid), uid)
  storage.SubnetworkN.set(ctx, netuid, size)
}

/** Whether a uid may not be removed. */
function immunity(ctx: f.Context, netuid: NetUid): (uid: number) => boolean {
  const owned = new Set(getImmuneOwnerUids(ctx, netuid, storage.SubnetOwner.get(ctx, netuid)))
  return (uid) => owned.has(uid) || getNeuronIsImmune(ctx, netuid, uid)
}

function removeNeuron(ctx: f.Context, netuid: NetUid, uid: number): void {
  const hotkey = storage.Keys.find(ctx, netuid, uid)
  if (hotkey !== undefined) {
    storage.Uids.remove(ctx, netuid, hotkey)
    storage.IsNetworkMember.remove(ctx, hotkey, netuid)
    storage.LastHotkeyEmissionOnNetuid.remove(ctx, hotkey, netuid)
    storage.AlphaDividendsPerSubnet.remove(ctx, netuid, hotkey)
    storage.Axons.remove(ctx, netuid, hotkey)
    storage.NeuronCertificates.remove(ctx, netuid, hotkey)
    storage.Prometheus.remove(ctx, netuid, hotkey)
  }
  for (const item of [storage.Keys, storage.BlockAtRegistration, storage.AssociatedEvmAddress])
    item.remove(ctx, netuid, uid)
  for (const index of mechanismIndices(ctx, netuid)) {
    storage.Weights.remove(ctx, index, uid)
    storage.Bonds.remove(ctx, index, uid)
  }
}

/** Keeps the entries of the uids that stay; entries that a list does not reach are filled in. */
function compactLists(ctx: f.Context, netuid: NetUid, kept: readonly number[]): void {
  const pick = <T>(list: readonly T[], missing: T): T[] => kept.map((uid) => list[uid] ?? missing)
  storage.Emission.mutate(ctx, netuid, (list) => pick(list, 0n))
  for (const item of [storage.Active, storage.ValidatorPermit])
    item.mutate(ctx, netuid, (list) => pick(list, false))
  for (const item of [
    storage.Consensus,
    storage.Dividends,
    storage.ValidatorTrust,
    storage.StakeWeight,
  ])
    item.mutate(ctx, netuid, (list) => pick(list, 0))
  for (const index of mechanismIndices(ctx, netuid)) {
    storage.Incentive.mutate(ctx, index, (list) => pick(list, 0))
    storage.LastUpdate.mutate(ctx, index, (list) => pick(list, 0n))
  }
}

type UidRows<T> = f.Storage<readonly [NetUid, number], T, never> | UidRowsOrNone<T>
type UidRowsOrNone<T> = f.Storage<readonly [NetUid, number], T, undefined>

/** Swaps two rows, of which either may be missing. */
function swapRows<T>(
  ctx: f.Context,
  item: UidRows<T>,
  index: number,
  uids: readonly [number, number],
) {
  const [a, b] = uids
  const [atA, atB] = [item.find(ctx, index, a), item.find(ctx, index, b)]
  item.put(ctx, index, a, atB)
  item.put(ctx, index, b, atA)
}

/** Moves rows from old to new uids, lowest first, and renames the targets in rows of weights and bonds. */
function moveRows(ctx: f.Context, netuid: NetUid, kept: readonly number[]): void {
  const renamed = new Map(kept.map((old, uid) => [old, uid]))
  const indices = mechanismIndices(ctx, netuid)
  kept.forEach((old, uid) => {
    swapRows(ctx, storage.Keys, netuid, [old, uid])
    swapRows(ctx, storage.AssociatedEvmAddress, netuid, [old, uid])
    swapRows(ctx, storage.BlockAtRegistration, netuid, [old, uid])
    for (const index of indices)
      for (const item of [storage.Weights, storage.Bonds]) {
        swapRows(ctx, item, index, [old, uid])
        item.mutate(ctx, index, uid, (row) => renameTargets(row, renamed))
      }
  })
}

/** A row under new uids; targets that are gone fall out. */
function renameTargets(row: PairRow, renamed: ReadonlyMap<number, number>): PairRow {
  const pairs: number[] = []
  for (let i = 0; i < row.length; i += 2) {
    const target = renamed.get(row[i]!)
    if (target !== undefined) pairs.push(target, row[i + 1]!)
  }
  return Uint16Array.from(pairs)
}
