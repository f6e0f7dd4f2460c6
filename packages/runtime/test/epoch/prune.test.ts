import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  immuneOwnerUids,
  immunePercentage,
  neuronToPrune,
  uidsKeptByTrim,
} from '../../src/pallets/subtensor/epoch/prune.ts'
import { loadVectors } from './vectors.ts'

const { prune, trim, trim_errors } = loadVectors<{
  prune: [
    { emission: string[]; min_non_immune_uids: number; expected: number },
    {
      non_immune_uids: number[]
      immune_uids: number[]
      min_non_immune_uids: number
      expected: number
    },
    { expected: null },
    unknown,
  ]
  trim: {
    emission: string[]
    new_max: number
    temporally_immune_uids: number[]
    expected_kept_old_uids: number[]
    expected_emission: string[]
    mapping_old_to_new: Record<string, number>
  }
  trim_errors: { cases: { immune?: number; max_n: number }[] }
}>('epoch-prune.json')

test('of equal emissions the earliest registration is pruned', () => {
  const { emission, min_non_immune_uids, expected } = prune[0]
  const candidates = emission.map((rao, uid) => ({
    uid,
    emission: BigInt(rao),
    BlockAtRegistration: BigInt(uid),
    isImmune: false,
  }))
  assert.equal(neuronToPrune(candidates, min_non_immune_uids), expected)
})

test('a floor of neurons that are not immune is kept', () => {
  const { non_immune_uids, immune_uids, min_non_immune_uids, expected } = prune[1]
  const candidates = [...non_immune_uids, ...immune_uids].map((uid) => ({
    uid,
    emission: 0n,
    BlockAtRegistration: BigInt(uid),
    isImmune: immune_uids.includes(uid),
  }))
  assert.equal(neuronToPrune(candidates, min_non_immune_uids), expected)
})

test('nobody is pruned when every uid belongs to the owner', () => {
  assert.equal(neuronToPrune([], 0), prune[2].expected ?? undefined)
})

test('the hotkey of the subnet is immune before the other hotkeys of the owner', () => {
  // The fourth case of the vectors, which gives roles instead of uids: 0 and 1 are the owner's.
  const owned = [
    { uid: 0, BlockAtRegistration: 1n },
    { uid: 1, BlockAtRegistration: 2n },
  ]
  const candidates = [0n, 1n, 2n, 3n].map((emission, uid) => ({
    uid,
    emission,
    BlockAtRegistration: BigInt(uid + 1),
    isImmune: false,
  }))
  const pruned = (ownerUid: number) => {
    const immune = immuneOwnerUids(owned, ownerUid, 1)
    return neuronToPrune(
      candidates.filter(({ uid }) => !immune.includes(uid)),
      0,
    )
  }
  assert.equal(pruned(0), 1)
  assert.equal(pruned(1), 0)
})

test('a subnet is trimmed to its highest emissions', () => {
  const emission = trim.emission.map(BigInt)
  const mayRemove = (uid: number) => !trim.temporally_immune_uids.includes(uid)
  const kept = uidsKeptByTrim(emission, mayRemove, trim.new_max)
  assert.deepEqual(kept, trim.expected_kept_old_uids)
  assert.deepEqual(
    kept.map((uid) => String(emission[uid])),
    trim.expected_emission,
  )
  assert.deepEqual(Object.fromEntries(kept.map((old, uid) => [old, uid])), trim.mapping_old_to_new)
})

test('too many immune uids forbid a trim', () => {
  for (const { immune, max_n } of trim_errors.cases) {
    if (immune !== undefined) assert.ok(immunePercentage(immune, max_n) >= 80)
  }
})
