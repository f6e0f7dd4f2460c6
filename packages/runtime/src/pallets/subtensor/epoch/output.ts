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
  const parts = (x: readonly I32F32[]) => x.map(proportionToU16)
  return {
    active: shares.active,
    stake_weight: parts(shares.stake),
    consensus: parts(consensus),
    incentive: parts(incentive),
    dividend: parts(dividends),
    validator_trust: parts(shares.validatorTrust),
    new_validator_permit: newPermits,
    server_emission: emissions.server,
    validator_emission: emissions.validator,
    emission: emissions.combined,
    bond: newPermits.map((permit, uid) => (permit ? writeRow(shares.bonds[uid]!) : NO_BONDS)),
    stake: totalStake.map(I64F64.toU64),
    exact: { activeStake, consensus, incentive, dividends },
  }
}

const NO_BONDS: PairRow = new Uint16Array(0)

function writeRow(row: SparseRow): PairRow {
  return Uint16Array.from(row.flatMap(([j, value]) => [j, proportionToU16(value)]))
}
