/** Weights for a target that is gone. */
import type * as f from '@taonet/frame'
import type { PairRow } from '../epoch/types.ts'
import { Weights } from '../storage.ts'

/** Sets every weight for a target to 0 in the rows of a storage index. */
export function forgetTarget(ctx: f.Context, index: number, target: number): void {
  for (const [[, uid], row] of Weights.entries(ctx, index))
    if (weighs(row, target)) Weights.set(ctx, index, uid, withoutWeight(row, target))
}

/** Whether a row gives a target any weight. */
function weighs(row: PairRow, target: number): boolean {
  for (let i = 0; i < row.length; i += 2) if (row[i] === target && row[i + 1] !== 0) return true
  return false
}

function withoutWeight(row: PairRow, target: number): PairRow {
  const forgotten = row.slice()
  for (let i = 0; i < row.length; i += 2) if (row[i] === target) forgotten[i + 1] = 0
  return forgotten
}
