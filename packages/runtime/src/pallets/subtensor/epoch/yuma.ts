// What the two kinds of bonds have in common.

import type { I32F32 } from '@taonet/frame'
import type { SparseMatrix } from './math/sparse.ts'
import type { EpochInput } from './types.ts'

/** What bonds are made of. */
export interface BondsInput {
  readonly input: EpochInput
  /** Weights after the bonds penalty. */
  readonly weights: SparseMatrix
  readonly activeStake: readonly I32F32[]
  readonly consensus: readonly I32F32[]
  readonly incentive: readonly I32F32[]
}

/** Shares of validators, and the bonds to store. */
export interface BondsOutput {
  readonly dividends: readonly I32F32[]
  readonly bonds: SparseMatrix
}
