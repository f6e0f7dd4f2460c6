/** Runs `issuance.json`: what a block mints at an issuance. */
import {
  emissionAt,
  getBlockEmissionForIssuance,
} from '../../src/pallets/subtensor/coinbase/block-emission.ts'
import { BlockEmission } from '../../src/pallets/subtensor/storage.ts'
import { openChain } from './chain.ts'
import type { Check } from './checks.ts'
import { checkRows } from './misc/rows.ts'

/** `issuance.json`. */
export interface IssuanceVectors {
  readonly cases: readonly {
    issuance: string
    emission: string
    block_emission_storage_after: string
  }[]
  readonly switching_points: readonly {
    first_issuance: string
    emission_before: string
    emission_from: string
  }[]
}

/** What was stored before each case. */
const EMISSION_BEFORE = 12_345n

export function* issuanceChecks({ cases, switching_points }: IssuanceVectors): Generator<Check> {
  const { ctx } = openChain([])
  yield* checkRows('issuance', cases, ({ issuance }) => {
    BlockEmission.set(ctx, EMISSION_BEFORE)
    return {
      emission: `${getBlockEmissionForIssuance(ctx, BigInt(issuance))}`,
      block_emission_storage_after: `${BlockEmission.get(ctx)}`,
    }
  })
  yield* checkRows('switching_points', switching_points, ({ first_issuance }) => ({
    emission_before: `${emissionAt(BigInt(first_issuance) - 1n)}`,
    emission_from: `${emissionAt(BigInt(first_issuance))}`,
  }))
}
