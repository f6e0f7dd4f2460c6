// Stored weights, and which of them count.

import { I32F32 } from '@taonet/frame'
import { maskByBlocks, maskDiagonal, maskRows } from './math/masks.ts'
import { normalizeRows } from './math/normalize-sparse.ts'
import type { Entry, SparseMatrix, SparseRow } from './math/sparse.ts'
import type { EpochInput, PairRow } from './types.ts'

/** The values of a stored row as integers, in stored order. */
export function readRow(pairs: PairRow | undefined): SparseRow {
  const row: Entry[] = []
  if (pairs === undefined) return row
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    row.push([pairs[at]!, I32F32.fromInt(pairs[at + 1]!)])
  }
  return row
}

/**
 * Stored weights between the neurons of the subnet, as integers. Zeros stay.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs get_weights_sparse
 */
export function readWeights({
  Weights,
  SubnetworkN,
}: Pick<EpochInput, 'Weights' | 'SubnetworkN'>): SparseMatrix {
  return Array.from({ length: SubnetworkN }, (_, uid) =>
    readRow(Weights[uid]).filter(([j]) => j < SubnetworkN),
  )
}

/**
 * Weights that count, rows summing to 1: of permitted validators, not for themselves (but the owner may), and for
 * neurons that were there when the weights were set or committed.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function countedWeights(
  input: EpochInput,
  lastUpdate: readonly bigint[],
  permits: readonly boolean[],
): SparseMatrix {
  const { ownerUid, BlockAtRegistration, commitBlocks } = input
  let weights = maskRows(
    permits.map((permit) => !permit),
    readWeights(input),
  )
  weights = maskDiagonal(weights, ownerUid)
  weights = maskByBlocks(
    weights,
    lastUpdate,
    BlockAtRegistration,
    (updated, registered) => updated <= registered,
  )
  if (commitBlocks !== undefined) {
    weights = maskByBlocks(
      weights,
      commitBlocks,
      BlockAtRegistration,
      (committed, registered) => committed < registered,
    )
  }
  return normalizeRows(weights)
}
