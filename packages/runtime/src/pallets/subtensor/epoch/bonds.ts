// Stored bonds, and which of them are kept.

import { I32F32, satU64 } from '@taonet/frame'
import { maskColumns } from './math/masks.ts'
import type { SparseMatrix } from './math/sparse.ts'
import type { EpochInput } from './types.ts'
import { readRow } from './weights.ts'

/**
 * Block since when a neuron must have been registered for bonds to it to be kept.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function lastTempoBlock({
  LastMechansimStepBlock,
  currentBlock,
  Tempo,
}: Pick<EpochInput, 'LastMechansimStepBlock' | 'currentBlock' | 'Tempo'>): bigint {
  return LastMechansimStepBlock === 0n
    ? satU64.sub(currentBlock, BigInt(Tempo))
    : satU64.add(LastMechansimStepBlock, 1n)
}

/**
 * Stored bonds to neurons registered before the last tempo, as integers. Targets past the last uid count as registered at block 0.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs get_bonds_sparse, epoch_mechanism
 */
export function keptBonds(input: EpochInput): SparseMatrix {
  const bonds = Array.from({ length: input.SubnetworkN }, (_, uid) => readRow(input.Bonds[uid]))
  const lastTempo = lastTempoBlock(input)
  return maskColumns(bonds, input.BlockAtRegistration, (registered) => lastTempo <= registered)
}

/**
 * The same as parts of 65535.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs get_bonds_sparse_fixed_proportion
 */
export function keptBondShares(input: EpochInput): SparseMatrix {
  const full = I32F32.fromInt(65_535)
  return keptBonds(input).map((row) =>
    row.map(([j, bond]) => [j, I32F32.safeDiv(bond, full)] as const),
  )
}
