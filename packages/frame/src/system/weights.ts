/** Weights of System's calls and extensions, as benchmarked upstream. */
import { addWeight, dbReadsWrites, type Weight, weight } from '../pallet/weight.ts'

/** A base, a part for each of `count` items, and the database operations of both. */
interface Linear {
  readonly base: readonly [refTime: bigint, proofSize?: bigint]
  readonly each?: readonly [refTime: bigint, proofSize?: bigint]
}
const linear = ({ base, each = [0n] }: Linear, count = 0): Weight =>
  weight(base[0] + each[0] * BigInt(count), (base[1] ?? 0n) + (each[1] ?? 0n) * BigInt(count))
const withDb = (own: Weight, reads: number, writes: number): Weight =>
  addWeight(own, dbReadsWrites(reads, writes))

export const remark = (length: number) => linear({ base: [1_586_000n], each: [10_920n] }, length)
export const remark_with_event = (length: number) =>
  linear({ base: [4_725_000n], each: [12_386n] }, length)
export const set_heap_pages = withDb(weight(2_836_000n), 0, 1)
export const set_code = withDb(weight(164_247_810_000n, 67_035n), 1, 1)
export const set_storage = (items: number) =>
  withDb(linear({ base: [1_565_000n], each: [733_648n] }, items), 0, items)
export const kill_storage = (keys: number) =>
  withDb(linear({ base: [1_624_000n], each: [566_903n] }, keys), 0, keys)
export const kill_prefix = (keys: number) =>
  withDb(linear({ base: [2_964_000n], each: [1_340_742n, 70n] }, keys), keys, keys)
export const authorize_upgrade = withDb(weight(15_570_000n), 0, 1)
export const apply_authorized_upgrade = withDb(weight(166_858_158_000n, 67_035n), 2, 2)
