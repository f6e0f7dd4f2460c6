/** Lists with one entry for each uid. */
import type * as f from '@taonet/frame'
import { Active, LastUpdate, SubnetworkN, ValidatorPermit } from '../storage.ts'
import { netuidOfIndex } from '../subnets/mechanisms.ts'

/** A copy with another value at `index`; as it is when the list is shorter. `source` subnets/uids.rs set_element_at */
export const withElement = <T>(list: readonly T[], index: number, value: T): T[] =>
  list.map((old, i) => (i === index ? value : old))

/**
 * Last updates of a mechanism, with 0 for every uid that has none yet.
 *
 * shape   n blocks, or more
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs get_last_update
 */
export function getLastUpdate(ctx: f.Context, index: number): readonly bigint[] {
  const updates = LastUpdate.get(ctx, index)
  const missing = SubnetworkN.get(ctx, netuidOfIndex(index)) - updates.length
  return missing > 0 ? [...updates, ...new Array<bigint>(missing).fill(0n)] : updates
}

/** Nothing happens for a uid beyond the list. `source` utils/misc.rs set_last_update_for_uid */
export function setLastUpdateForUid(
  ctx: f.Context,
  index: number,
  uid: number,
  block: bigint,
): void {
  const updates = getLastUpdate(ctx, index)
  if (uid < updates.length) LastUpdate.set(ctx, index, withElement(updates, uid, block))
}

/** 0 for a uid beyond the list. `source` utils/misc.rs get_last_update_for_uid */
export const getLastUpdateForUid = (ctx: f.Context, index: number, uid: number): bigint =>
  LastUpdate.get(ctx, index)[uid] ?? 0n

/** `source` utils/misc.rs set_active_for_uid */
export function setActiveForUid(ctx: f.Context, netuid: number, uid: number, to: boolean): void {
  const active = Active.get(ctx, netuid)
  if (uid < active.length) Active.set(ctx, netuid, withElement(active, uid, to))
}

/** `source` utils/misc.rs get_validator_permit_for_uid */
export const getValidatorPermitForUid = (ctx: f.Context, netuid: number, uid: number): boolean =>
  ValidatorPermit.get(ctx, netuid)[uid] ?? false
