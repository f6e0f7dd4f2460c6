// Whose place a new neuron takes, and who stays when a subnet is trimmed (`epoch-prune.json`).

import assert from 'node:assert/strict'
import {
  immuneOwnerUids,
  immunePercentage,
  neuronToPrune,
  uidsKeptByTrim,
} from '../../src/pallets/subtensor/epoch/prune.ts'
import type { Check } from '../vectors/checks.ts'
import { checkRow } from '../vectors/misc/rows.ts'

/** One of: emissions; immune uids and others; nobody but owners; emissions by role. */
interface PruneVector {
  emission?: string[]
  non_immune_uids?: number[]
  immune_uids?: number[]
  min_non_immune_uids?: number
  all_uids_owner_immortal?: true
  immune_owner_uids_limit?: number
  emission_by_role?: Record<string, number | number[]>
  expected: number | string | null
}

interface TrimVector {
  emission: string[]
  new_max: number
  temporally_immune_uids: number[]
  expected_kept_old_uids: number[]
  expected_emission: string[]
  mapping_old_to_new: Record<string, number>
}

/** `epoch-prune.json`. */
export interface PruneVectors {
  prune: PruneVector[]
  trim: TrimVector
  trim_errors: { cases: { immune?: number; max_n: number; error: string }[] }
}

const IMMUNE_PERCENTAGE = 80

function pruned(row: PruneVector): number | undefined {
  const isImmune = (uid: number) => row.immune_uids?.includes(uid) ?? false
  const uids = row.emission?.map((_, uid) => uid) ?? [
    ...(row.non_immune_uids ?? []),
    ...(row.immune_uids ?? []),
  ]
  const candidates = row.all_uids_owner_immortal ? [] : uids
  return neuronToPrune(
    candidates.map((uid) => ({
      uid,
      emission: BigInt(row.emission?.[uid] ?? 0),
      BlockAtRegistration: BigInt(uid),
      isImmune: isImmune(uid),
    })),
    row.min_non_immune_uids ?? 0,
  )
}

/** Roles instead of uids: the owner's two hotkeys first, then others, registered in that order. */
function checkRoles({ emission_by_role, immune_owner_uids_limit }: PruneVector): void {
  const emission = Object.values(emission_by_role ?? {}).flat()
  const owned = [0, 1].map((uid) => ({ uid, BlockAtRegistration: BigInt(uid + 1) }))
  const candidates = emission.map((rao, uid) => ({
    uid,
    emission: BigInt(rao),
    BlockAtRegistration: BigInt(uid + 1),
    isImmune: false,
  }))
  const prunedWith = (ownerUid: number) => {
    const immune = immuneOwnerUids(owned, ownerUid, immune_owner_uids_limit ?? 1)
    const others = candidates.filter(({ uid }) => !immune.includes(uid))
    return neuronToPrune(others, 0)
  }
  assert.deepEqual([prunedWith(0), prunedWith(1)], [1, 0])
}

function trimmed(row: TrimVector): Partial<TrimVector> {
  const emission = row.emission.map(BigInt)
  const mayRemove = (uid: number) => !row.temporally_immune_uids.includes(uid)
  const kept = uidsKeptByTrim(emission, mayRemove, row.new_max) ?? []
  return {
    expected_kept_old_uids: kept,
    expected_emission: kept.map((uid) => String(emission[uid])),
    mapping_old_to_new: Object.fromEntries(kept.map((old, uid) => [old, uid])),
  }
}

export function* pruneChecks({ prune, trim, trim_errors }: PruneVectors): Generator<Check> {
  for (const [at, row] of prune.entries()) {
    const name = `prune[${at}]`
    if (row.emission_by_role) yield { name, run: () => checkRoles(row) }
    else yield checkRow(name, row, () => ({ expected: pruned(row) ?? null }))
  }
  yield checkRow('trim', trim, () => trimmed(trim))
  for (const [at, { immune, max_n, error }] of trim_errors.cases.entries()) {
    if (immune === undefined) continue
    const run = () => assert.ok(immunePercentage(immune, max_n) >= IMMUNE_PERCENTAGE, error)
    yield { name: `trim_errors.cases[${at}]`, run }
  }
}
