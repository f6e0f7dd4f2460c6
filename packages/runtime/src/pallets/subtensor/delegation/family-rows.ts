/** Storing families so that parents' and children's rows mirror each other. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { ChildKeys, ParentKeys, PendingChildKeys } from '../storage.ts'
import {
  type Edge,
  type Edges,
  ensurePendingConsistency,
  type Family,
  familyOf,
  listOf,
  withEdge,
  withoutEdge,
  withPivot,
} from './family.ts'

type Relation = typeof ChildKeys

/** Writes a list, or removes the row when nothing is in it. `source` set_childkeys, set_parentkeys */
function put(
  ctx: f.Context,
  relation: Relation,
  hotkey: f.AccountId,
  netuid: NetUid,
  list: Edge[],
): void {
  relation.put(ctx, hotkey, netuid, list.length === 0 ? undefined : list)
}

/**
 * The family of a hotkey as stored.
 *
 * refuses ProportionOverflow, ChildParentInconsistency
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs load_child_parent_relations
 */
export const loadFamily = (ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): Family =>
  familyOf(hotkey, ChildKeys.get(ctx, hotkey, netuid), ParentKeys.get(ctx, hotkey, netuid))

/**
 * Writes one side of a family and the opposite edges of everyone who is or was in it.
 *
 * shape   how many rows of others it wrote
 */
function persistSide(
  ctx: f.Context,
  netuid: NetUid,
  { pivot, members }: { readonly pivot: f.AccountId; readonly members: Edges },
  [own, opposite]: readonly [Relation, Relation],
): number {
  const former = own.get(ctx, pivot, netuid).map(([, hotkey]) => hotkey)
  put(ctx, own, pivot, netuid, listOf(members))
  for (const [hotkey, proportion] of members) {
    const edges = withEdge(opposite.get(ctx, hotkey, netuid), [proportion, pivot])
    put(ctx, opposite, hotkey, netuid, edges)
  }
  const left = new Set(former.filter((hotkey) => !members.has(hotkey)))
  for (const hotkey of left)
    put(ctx, opposite, hotkey, netuid, withoutEdge(opposite.get(ctx, hotkey, netuid), pivot))
  return members.size + left.size
}

/**
 * Writes a family and the opposite edges of everyone who is or was in it; gives the weight of it.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs persist_child_parent_relations
 */
export function persistFamily(ctx: f.Context, netuid: NetUid, family: Family): f.Weight {
  const { pivot, children, parents } = family
  const changed =
    persistSide(ctx, netuid, { pivot, members: children }, [ChildKeys, ParentKeys]) +
    persistSide(ctx, netuid, { pivot, members: parents }, [ParentKeys, ChildKeys])
  return f.dbReadsWrites(1 + changed, 1 + changed)
}

/**
 * Puts a hotkey in another one's place in its family, with the children it is waiting for; gives the weight.
 *
 * refuses ProportionOverflow, ChildParentInconsistency, InvalidChild, TooManyChildren
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs parent_child_swap_hotkey
 */
export function parentChildSwapHotkey(
  ctx: f.Context,
  from: f.AccountId,
  to: f.AccountId,
  netuid: NetUid,
): f.Weight {
  const family = loadFamily(ctx, from, netuid)
  for (const child of family.children.keys())
    put(ctx, ParentKeys, child, netuid, withoutEdge(ParentKeys.get(ctx, child, netuid), from))
  for (const parent of family.parents.keys())
    ChildKeys.mutate(ctx, parent, netuid, (list) => withoutEdge(list, from))
  ChildKeys.set(ctx, from, netuid, [])
  ParentKeys.remove(ctx, from, netuid)
  const members = family.children.size + family.parents.size
  let weight = f.dbReadsWrites(2 + members, members + 2)
  const moved = withPivot(family, to)
  const pending = PendingChildKeys.find(ctx, netuid, from)
  if (pending !== undefined) {
    ensurePendingConsistency(moved, pending[0])
    PendingChildKeys.remove(ctx, netuid, from)
    PendingChildKeys.set(ctx, netuid, to, pending)
    weight = f.addWeight(weight, f.dbReadsWrites(1, 2))
  }
  return f.addWeight(weight, persistFamily(ctx, netuid, moved))
}
