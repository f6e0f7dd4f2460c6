// Results cut to the form in which they are stored.

import { type I32F32, I64F64 } from '@taonet/frame'
import type { Emissions } from './emission.ts'
import { proportionToU16 } from './math/proportion.ts'
import type { SparseMatrix, SparseRow } from './math/sparse.ts'
import type { EpochInput, EpochOutput, PairRow } from './types.ts'

/** Results before they are cut, by uid. */
export interface EpochShares {
  readonly active: readonly boolean[]
  readonly stake: readonly I32F32[]
  readonly activeStake: readonly I32F32[]
  readonly consensus: readonly I32F32[]
  readonly incentive: readonly I32F32[]
  readonly dividends: readonly I32F32[]
  readonly validatorTrust: readonly I32F32[]
  readonly newPermits: readonly boolean[]
  readonly emissions: Emissions
  readonly bonds: SparseMatrix
}

/**
 * Proportions as u16, bonds only of those who may validate next.
 *
 * source  opentensor/subtensor pallets/subtensor/src/epoch/run_epoch.rs epoch_mechanism
 */
export function epochOutput({ totalStake }: EpochInput, shares: EpochShares): EpochOutput {
  const { activeStake, consensus, incentive, dividends, newPermits, emissions } = shares
  const parts = (x: readonly I32F32[]) => Uint16Array.from(x, proportionToU16)
  const bits = (x: readonly I32F32[]) => BigInt64Array.from(x)
  return {
    active: shares.active,
    stake_weight: parts(shares.stake),
    consensus: parts(consensus),
    incentive: parts(incentive),
    dividend: parts(dividends),
    validator_trust: parts(shares.validatorTrust),
    new_validator_permit: newPermits,
    server_emission: BigUint64Array.from(emissions.server),
    validator_emission: BigUint64Array.from(emissions.validator),
    emission: BigUint64Array.from(emissions.combined),
    bond: newPermits.map((permit, uid) => (permit ? writeRow(shares.bonds[uid]!) : NO_BONDS)),
    stake: wholeStake(totalStake),
    exact: {
      activeStake: bits(activeStake),
      consensus: bits(consensus),
      incentive: bits(incentive),
      dividends: bits(dividends),
    },
  }
}

/** Integer parts of stakes, in rao. */
export function wholeStake(totalStake: readonly I64F64[]): BigUint64Array {
  return BigUint64Array.from(totalStake, I64F64.toU64)
}

/** The row of a neuron without a permit. */
export const NO_BONDS: PairRow = new Uint16Array(0)

function writeRow(row: SparseRow): PairRow {
  return Uint16Array.from(row.flatMap(([j, value]) => [j, proportionToU16(value)]))
}
