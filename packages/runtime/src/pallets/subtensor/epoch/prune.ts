// Whose place is given away.

/** A registered neuron as pruning sees it. */
export interface PruneCandidate {
  readonly uid: number
  /** `Emission` of the last epoch, rao; 0 when the list is too short. */
  readonly emission: bigint
  readonly BlockAtRegistration: bigint
  /** Whether `ImmunityPeriod` has not passed since. */
  readonly isImmune: boolean
}

/** A hotkey of the subnet owner's coldkey that has a uid. */
export interface OwnedNeuron {
  readonly uid: number
  readonly BlockAtRegistration: bigint
}

/**
 * The owner's uids that are never pruned: the first registered ones up to a limit, and that of `SubnetOwnerHotkey`
 * before all others.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs get_immune_owner_uids
 */
export function immuneOwnerUids(
  owned: readonly OwnedNeuron[],
  ownerUid: number | undefined,
  ImmuneOwnerUidsLimit: number,
): number[] {
  const oldest = [...owned].sort((a, b) =>
    a.BlockAtRegistration === b.BlockAtRegistration
      ? a.uid - b.uid
      : a.BlockAtRegistration < b.BlockAtRegistration
        ? -1
        : 1,
  )
  const uids = oldest.slice(0, ImmuneOwnerUidsLimit).map(({ uid }) => uid)
  if (ownerUid === undefined || uids.includes(ownerUid)) return uids
  return [ownerUid, ...uids].slice(0, ImmuneOwnerUidsLimit)
}

/**
 * The neuron to replace: lowest emission, then earliest registration, then lowest uid. Immune ones are taken only when
 * no more than a minimum of others is left; undefined when that leaves nobody.
 *
 * shape   candidates without the owner's immune uids, in any order
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs get_neuron_to_prune
 */
export function neuronToPrune(
  candidates: readonly PruneCandidate[],
  MinNonImmuneUids: number,
): number | undefined {
  const open = candidates.filter(({ isImmune }) => !isImmune)
  const chosen =
    open.length > MinNonImmuneUids ? open : candidates.filter(({ isImmune }) => isImmune)
  return chosen.reduce<PruneCandidate | undefined>(
    (worst, next) => (worst === undefined || goesBefore(next, worst) ? next : worst),
    undefined,
  )?.uid
}

function goesBefore(a: PruneCandidate, b: PruneCandidate): boolean {
  if (a.emission !== b.emission) return a.emission < b.emission
  if (a.BlockAtRegistration !== b.BlockAtRegistration) {
    return a.BlockAtRegistration < b.BlockAtRegistration
  }
  return a.uid < b.uid
}

/**
 * Share of immune uids in a subnet of a new size, as it is compared with the limit of 80.
 *
 * units   whole percent, floored, at most 100
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs trim_to_max_allowed_uids
 */
export function immunePercentage(immune: number, size: number): number {
  // Percent of a zero denominator is 100 upstream.
  if (size === 0) return 100
  const hundredfold = immune * 100
  return Math.min(100, (hundredfold - (hundredfold % size)) / size)
}

/**
 * Uids that stay when a subnet is trimmed, ascending; their positions are the new uids. The lowest emission goes first,
 * of equal ones the higher uid; uids that may not be removed stay.
 *
 * shape   `Emission` -> old uids; more than `size` when too many may not be removed. Where `Emission` does not have
 *         `count` entries, uids it does not reach are no part of the result, and the lowest of those beyond stay
 * source  opentensor/subtensor pallets/subtensor/src/subnets/uids.rs trim_to_max_allowed_uids
 */
export function uidsKeptByTrim(
  Emission: readonly bigint[],
  mayRemove: (uid: number) => boolean,
  size: number,
  count: number = Emission.length,
): number[] {
  // Array sort is stable, as upstream's is.
  const descending = Emission.map((_, uid) => uid).sort((a, b) =>
    Emission[a]! > Emission[b]! ? -1 : Emission[a]! < Emission[b]! ? 1 : 0,
  )
  let left = count
  const removed = new Set<number>()
  for (const uid of descending.slice(0, count).reverse()) {
    if (left === size) break
    if (!mayRemove(uid)) continue
    removed.add(uid)
    left -= 1
  }
  return Emission.flatMap((_, uid) => (removed.has(uid) ? [] : [uid]))
}
