/** A hotkey's children and parents on a subnet: who lends how much stake to whom. */
import * as f from '@taonet/frame'
import {
  ChildParentInconsistency,
  InvalidChild,
  ProportionOverflow,
  TooManyChildren,
} from '../errors.ts'

/** Proportion of stake, parts of 2^64 - 1, and who it is lent to or by. */
export type Edge = [proportion: bigint, hotkey: f.AccountId]
/** Proportions by hotkey. */
export type Edges = ReadonlyMap<f.AccountId, bigint>

const MAX_CHILDREN = 5

/**
 * A hotkey with its children and parents; nobody is both.
 *
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs PCRelations
 */
export interface Family {
  readonly pivot: f.AccountId
  readonly children: Edges
  readonly parents: Edges
}

/** The edges by hotkey; of several to the same hotkey the last counts. */
export const edgesOf = (list: readonly Edge[]): Edges =>
  new Map(list.map(([proportion, hotkey]) => [hotkey, proportion]))

/** The edges as they are stored: in order of hotkeys. */
export const listOf = (edges: Edges): Edge[] =>
  [...edges]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([hotkey, proportion]) => [proportion, hotkey])

/** Edges to other hotkeys than `pivot`. */
const othersOf = (list: readonly Edge[], pivot: f.AccountId): Edges =>
  edgesOf(list.filter(([, hotkey]) => hotkey !== pivot))

/** `refuses` InvalidChild. `source` ensure_no_self_loop */
function ensureNoSelfLoop(pivot: f.AccountId, edges: Edges): void {
  f.ensure(!edges.has(pivot), InvalidChild)
}

/** `refuses` ProportionOverflow. `source` ensure_total_proportions */
function ensureProportions(children: Edges): void {
  let total = 0n
  for (const proportion of children.values()) total += proportion
  f.ensure(total <= f.satU64.MAX, ProportionOverflow)
}

/** `refuses` ChildParentInconsistency. `source` ensure_bipartite_separation */
function ensureSeparate(children: Edges, parents: Edges): void {
  for (const child of children.keys()) f.ensure(!parents.has(child), ChildParentInconsistency)
}

/**
 * Joins lists of edges into a family; edges to the hotkey itself are left out.
 *
 * refuses ProportionOverflow, ChildParentInconsistency
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs load_child_parent_relations, load_relations_from_pending
 */
export function familyOf(
  pivot: f.AccountId,
  childList: readonly Edge[],
  parentList: readonly Edge[],
): Family {
  const children = othersOf(childList, pivot)
  ensureProportions(children)
  const parents = othersOf(parentList, pivot)
  ensureSeparate(children, parents)
  return { pivot, children, parents }
}

/**
 * Refuses children that the hotkey may not have.
 *
 * refuses InvalidChild, TooManyChildren, ProportionOverflow, ChildParentInconsistency
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs ensure_pending_consistency
 */
export function ensurePendingConsistency({ pivot, parents }: Family, list: readonly Edge[]): void {
  const children = edgesOf(list)
  ensureNoSelfLoop(pivot, children)
  f.ensure(children.size <= MAX_CHILDREN, TooManyChildren)
  ensureProportions(children)
  ensureSeparate(children, parents)
}

/**
 * The family of another hotkey in the same place.
 *
 * refuses InvalidChild when that one is a member
 * source  opentensor/subtensor pallets/subtensor/src/staking/set_children.rs rebind_pivot
 */
export function withPivot(family: Family, pivot: f.AccountId): Family {
  ensureNoSelfLoop(pivot, family.children)
  ensureNoSelfLoop(pivot, family.parents)
  return { ...family, pivot }
}

/** The list with an edge set: in its place, or at the end. */
export const withEdge = (list: readonly Edge[], [proportion, hotkey]: Edge): Edge[] => {
  const at = list.findIndex(([, other]) => other === hotkey)
  return at < 0 ? [...list, [proportion, hotkey]] : list.with(at, [proportion, hotkey])
}

export const withoutEdge = (list: readonly Edge[], hotkey: f.AccountId): Edge[] =>
  list.filter(([, other]) => other !== hotkey)
