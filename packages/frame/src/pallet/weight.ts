/** Weight: what a call may cost in time (picoseconds) and proof size (bytes). */
import { type Codec, compact, enumeration, struct, u64, type Value } from '../codec/index.ts'

export interface Weight {
  readonly ref_time: bigint
  readonly proof_size: bigint
}

export const Weight: Codec<Weight> = struct<Weight>('sp_weights::weight_v2::Weight', {
  ref_time: compact(u64),
  proof_size: compact(u64),
})

const U64_MAX = 0xffff_ffff_ffff_ffffn
const clamp = (value: bigint) => (value > U64_MAX ? U64_MAX : value < 0n ? 0n : value)

export const weight = (ref_time: bigint, proof_size = 0n): Weight => ({ ref_time, proof_size })
export const NO_WEIGHT: Weight = weight(0n)
export const MAX_WEIGHT: Weight = weight(U64_MAX, U64_MAX)

const least = (a: bigint, b: bigint) => (b < a ? b : a)
const most = (a: bigint, b: bigint) => (b > a ? b : a)

/** Saturating sum. */
export const addWeight = (a: Weight, b: Weight): Weight =>
  weight(clamp(a.ref_time + b.ref_time), clamp(a.proof_size + b.proof_size))
/** Saturating difference. */
export const subWeight = (a: Weight, b: Weight): Weight =>
  weight(clamp(a.ref_time - b.ref_time), clamp(a.proof_size - b.proof_size))
export const mulWeight = (a: Weight, by: bigint): Weight =>
  weight(clamp(a.ref_time * by), clamp(a.proof_size * by))
export const minWeight = (a: Weight, b: Weight): Weight =>
  weight(least(a.ref_time, b.ref_time), least(a.proof_size, b.proof_size))
export const maxWeight = (a: Weight, b: Weight): Weight =>
  weight(most(a.ref_time, b.ref_time), most(a.proof_size, b.proof_size))
export const anyGreater = (a: Weight, b: Weight): boolean =>
  a.ref_time > b.ref_time || a.proof_size > b.proof_size

/** Cost of one read and one write of the production database (RocksDB), in picoseconds. */
export const DB_READ = 25_000_000n
export const DB_WRITE = 100_000_000n
export const dbReads = (count: bigint | number): Weight => weight(DB_READ * BigInt(count))
export const dbWrites = (count: bigint | number): Weight => weight(DB_WRITE * BigInt(count))
export const dbReadsWrites = (reads: bigint | number, writes: bigint | number): Weight =>
  addWeight(dbReads(reads), dbWrites(writes))

export const DispatchClass = enumeration('frame_support::dispatch::DispatchClass', {
  Normal: 0,
  Operational: 1,
  Mandatory: 2,
})
export type DispatchClass = Value<typeof DispatchClass>
export const Pays = enumeration('frame_support::dispatch::Pays', { Yes: 0, No: 1 })
export type Pays = Value<typeof Pays>
