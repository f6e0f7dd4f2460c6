/** Calls that set, commit and reveal weights. All are free. */
import * as f from '@taonet/frame'
import * as weightOf from '../call-weights.ts'
import { InputLengthsUnequal } from '../errors.ts'
import { ensureMechanismExists, MAIN } from '../subnets/mechanisms.ts'
import { batchCommitWeights, batchSetWeights } from '../weights/batch.ts'
import { commitWeights } from '../weights/commit.ts'
import {
  commitTimelockedWeights,
  MAX_TIMELOCKED_COMMIT_BYTES,
} from '../weights/commit-timelocked.ts'
import { batchRevealWeights, revealWeights } from '../weights/reveal.ts'
import { ensureNoCommitReveal, setMechanismWeights } from '../weights/set-weights.ts'

const FREE = 'No'
const u16s = f.vec(f.u16)
const Ciphertext = f.boundedBytes(MAX_TIMELOCKED_COMMIT_BYTES)
/** Version of the timelock scheme that a call without a version speaks. */
const FIXED_VERSION = 4

const measured = (refTime: bigint, reads: number, writes: number): f.Weight =>
  f.addWeight(f.weight(refTime), f.dbReadsWrites(reads, writes))

export const set_weights = f.call({
  index: 0,
  origin: f.anyone,
  args: { netuid: f.u16, dests: u16s, weights: u16s, version_key: f.u64 },
  weight: weightOf.set_weights,
  pays: FREE,
  docs: "Replaces the caller's weights on a subnet.",
  run(ctx, origin, { netuid, dests, weights, version_key }) {
    ensureNoCommitReveal(ctx, netuid)
    const row = { netuid, mecid: MAIN, uids: dests, values: weights, versionKey: version_key }
    setMechanismWeights(ctx, f.signed(origin), row)
  },
})

export const set_mechanism_weights = f.call({
  index: 119,
  origin: f.anyone,
  args: { netuid: f.u16, mecid: f.u8, dests: u16s, weights: u16s, version_key: f.u64 },
  weight: measured(15_540_000_000n, 4111, 2),
  pays: FREE,
  docs: "Replaces the caller's weights for one mechanism of a subnet.",
  run(ctx, origin, { netuid, mecid, dests, weights, version_key }) {
    ensureNoCommitReveal(ctx, netuid)
    const row = { netuid, mecid, uids: dests, values: weights, versionKey: version_key }
    setMechanismWeights(ctx, f.signed(origin), row)
  },
})

export const batch_set_weights = f.call({
  index: 80,
  origin: f.signed,
  args: {
    netuids: f.vec(f.compact(f.u16)),
    weights: f.vec(f.vec(f.tuple(f.compact(f.u16), f.compact(f.u16)))),
    version_keys: f.vec(f.compact(f.u64)),
  },
  weight: weightOf.batch_set_weights,
  pays: FREE,
  docs: "Replaces the caller's weights on several subnets; what one refuses does not stop the others.",
  run: (ctx, hotkey, batch) => batchSetWeights(ctx, hotkey, batch),
})

export const commit_weights = f.call({
  index: 96,
  origin: f.anyone,
  args: { netuid: f.u16, commit_hash: f.H256 },
  weight: weightOf.commit_weights,
  pays: FREE,
  docs: 'Commits to weights by their hash, to be revealed later.',
  run(ctx, origin, { netuid, commit_hash: hash }) {
    ensureMechanismExists(ctx, netuid, MAIN)
    commitWeights(ctx, f.signed(origin), { netuid, mecid: MAIN, hash })
  },
})

export const commit_mechanism_weights = f.call({
  index: 115,
  origin: f.anyone,
  args: { netuid: f.u16, mecid: f.u8, commit_hash: f.H256 },
  weight: measured(55_130_000n, 7, 2),
  pays: FREE,
  docs: 'Commits to weights for one mechanism by their hash.',
  run(ctx, origin, { netuid, mecid, commit_hash: hash }) {
    ensureMechanismExists(ctx, netuid, mecid)
    commitWeights(ctx, f.signed(origin), { netuid, mecid, hash })
  },
})

export const batch_commit_weights = f.call({
  index: 100,
  origin: f.signed,
  args: { netuids: f.vec(f.compact(f.u16)), commit_hashes: f.vec(f.H256) },
  weight: weightOf.batch_commit_weights,
  pays: FREE,
  docs: 'Commits to weights on several subnets; what one refuses does not stop the others.',
  run: (ctx, hotkey, { netuids, commit_hashes }) =>
    batchCommitWeights(ctx, hotkey, netuids, commit_hashes),
})

export const reveal_weights = f.call({
  index: 97,
  origin: f.signed,
  args: { netuid: f.u16, uids: u16s, values: u16s, salt: u16s, version_key: f.u64 },
  weight: weightOf.reveal_weights,
  pays: FREE,
  docs: 'Reveals and sets weights that were committed before.',
  run: (ctx, hotkey, { netuid, version_key: versionKey, ...row }) =>
    revealWeights(ctx, hotkey, { netuid, mecid: MAIN }, { ...row, versionKey }),
})

export const reveal_mechanism_weights = f.call({
  index: 116,
  origin: f.signed,
  args: { netuid: f.u16, mecid: f.u8, uids: u16s, values: u16s, salt: u16s, version_key: f.u64 },
  weight: measured(122_000_000n, 16, 2),
  pays: FREE,
  docs: 'Reveals and sets weights for one mechanism that were committed before.',
  run: (ctx, hotkey, { netuid, mecid, version_key: versionKey, ...row }) =>
    revealWeights(ctx, hotkey, { netuid, mecid }, { ...row, versionKey }),
})

export const batch_reveal_weights = f.call({
  index: 98,
  origin: f.anyone,
  args: {
    netuid: f.u16,
    uids_list: f.vec(u16s),
    values_list: f.vec(u16s),
    salts_list: f.vec(u16s),
    version_keys: f.vec(f.u64),
  },
  weight: weightOf.batch_reveal_weights,
  pays: FREE,
  docs: 'Reveals several commits, all or none.',
  run(ctx, origin, { netuid, uids_list, values_list, salts_list, version_keys }) {
    const lists = [values_list, salts_list, version_keys]
    f.ensure(
      lists.every((list) => list.length === uids_list.length),
      InputLengthsUnequal,
    )
    const reveals = uids_list.map((uids, i) => ({
      uids,
      values: values_list[i]!,
      salt: salts_list[i]!,
      versionKey: version_keys[i]!,
    }))
    batchRevealWeights(ctx, f.signed(origin), netuid, reveals)
  },
})

export const commit_timelocked_weights = f.call({
  index: 113,
  origin: f.anyone,
  args: {
    netuid: f.u16,
    commit: Ciphertext,
    reveal_round: f.u64,
    commit_reveal_version: f.u16,
  },
  weight: weightOf.commit_timelocked_weights,
  pays: FREE,
  docs: 'Commits to weights that the chain reveals at a round of the drand beacon.',
  run(ctx, origin, { netuid, commit, reveal_round: round, commit_reveal_version: version }) {
    ensureMechanismExists(ctx, netuid, MAIN)
    const sealed = { netuid, mecid: MAIN, commit, round, version }
    commitTimelockedWeights(ctx, f.signed(origin), sealed)
  },
})

export const commit_timelocked_mechanism_weights = f.call({
  index: 118,
  origin: f.anyone,
  args: {
    netuid: f.u16,
    mecid: f.u8,
    commit: Ciphertext,
    reveal_round: f.u64,
    commit_reveal_version: f.u16,
  },
  weight: measured(84_020_000n, 9, 2),
  pays: FREE,
  docs: 'Commits to weights for one mechanism that the chain reveals at a round of the drand beacon.',
  run(ctx, origin, { netuid, mecid, commit, reveal_round: round, commit_reveal_version: version }) {
    ensureMechanismExists(ctx, netuid, mecid)
    commitTimelockedWeights(ctx, f.signed(origin), { netuid, mecid, commit, round, version })
  },
})

export const commit_crv3_mechanism_weights = f.call({
  index: 117,
  origin: f.anyone,
  args: { netuid: f.u16, mecid: f.u8, commit: Ciphertext, reveal_round: f.u64 },
  weight: measured(77_750_000n, 7, 2),
  pays: FREE,
  docs: 'The same under version 4 of the scheme.',
  run(ctx, origin, { netuid, mecid, commit, reveal_round: round }) {
    ensureMechanismExists(ctx, netuid, mecid)
    const sealed = { netuid, mecid, commit, round, version: FIXED_VERSION }
    commitTimelockedWeights(ctx, f.signed(origin), sealed)
  },
})
