// What the host writes before an epoch. The order of fields is known to `kernel-memory.ts` of the runtime.

@unmanaged
export class Input {
  /** Number of neurons. */
  n: i64
  /** Number of stored permits. */
  permitCount: i64
  /** -1 when there is none. */
  ownerUid: i64
  maxAllowedValidators: i64
  lastTempoBlock: u64
  hasCommitBlocks: i64
  /** I32F32. */
  kappa: i64
  /** I32F32. */
  bondsPenalty: i64
  yuma3On: i64
  liquidAlphaOn: i64
  /** I32F32: of all pairs, without liquid alpha. */
  alpha: i64
  /** I32F32. */
  alphaLow: i64
  /** I32F32. */
  alphaHigh: i64
  /** I32F32: steepness over -100. */
  slope: i64
  emission: u64
  /** I32F32[n], from 0 to 1 each and together. */
  stake: u64
  /** u64[n]. */
  lastUpdate: u64
  /** u64[n]. */
  registered: u64
  /** u64[n]. */
  commitBlocks: u64
  /** u8[n]. */
  active: u64
  /** u8[permitCount], the owner's set. */
  permits: u64
  /** i32[n + 1]: where the pairs of each row start and those of the last one end. */
  weightStarts: u64
  /** u16 target, u16 weight. */
  weightPairs: u64
  /** i32[n + 1]. */
  bondStarts: u64
  /** u16 target, u16 bond. */
  bondPairs: u64

  @inline
  get size(): i32 {
    return <i32>this.n
  }
  @inline
  get owner(): i32 {
    return <i32>this.ownerUid
  }
}
