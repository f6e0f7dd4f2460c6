// What the host reads after an epoch. The order of fields is known to `kernel-memory.ts` of the runtime.

import { I32F32 } from './fixed.ts'
import { Matrix } from './matrix.ts'
import { At, Put, Zeros } from './memory.ts'

@unmanaged
export class Output {
  /** I32F32[n]. */
  activeStake: u64
  /** I32F32[n]. */
  consensus: u64
  /** I32F32[n]. */
  incentive: u64
  /** I32F32[n]. */
  dividends: u64
  /** u16[n]. */
  stakeParts: u64
  /** u16[n]. */
  consensusParts: u64
  /** u16[n]. */
  incentiveParts: u64
  /** u16[n]. */
  dividendParts: u64
  /** u16[n]. */
  trustParts: u64
  /** u8[n]. */
  newPermits: u64
  /** u64[n]. */
  serverEmission: u64
  /** u64[n]. */
  validatorEmission: u64
  /** u64[n]. */
  combinedEmission: u64
  /** i32[n + 1]. */
  bondStarts: u64
  /** u16 target, u16 bond. */
  bondPairs: u64
}

/** Proportions as parts of 65535. */
export function toParts(x: usize, count: i32): usize {
  const parts = Zeros.u16(count)
  for (let i = 0; i < count; i++) Put.u16(parts, i, I32F32.toU16(At.i64(x, i)))
  return parts
}

/** Writes the rows of permitted uids as pairs, other rows as empty. */
export function writeBonds(bonds: Matrix, permits: usize, output: Output): void {
  const starts = Zeros.i32(bonds.rows + 1)
  const pairs = heap.alloc(((<usize>bonds.size) << 2) + 4)
  let size = 0
  for (let i = 0; i < bonds.rows; i++) {
    if (At.bool(permits, i)) {
      for (let entry = bonds.start(i); entry < bonds.end(i); entry++) {
        Put.u16(pairs, size << 1, <u16>bonds.column(entry))
        Put.u16(pairs, (size << 1) + 1, I32F32.toU16(bonds.value(entry)))
        size += 1
      }
    }
    Put.i32(starts, i + 1, size)
  }
  output.bondStarts = starts
  output.bondPairs = pairs
}
