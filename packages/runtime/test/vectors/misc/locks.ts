/** Sections of `misc.json` about locks and about whose root dividends a block pays. */
import { expDecay } from '../../../src/pallets/subtensor/locks/decay.ts'
import { rollLock } from '../../../src/pallets/subtensor/locks/roll.ts'
import { blockHashToIndices } from '../../../src/pallets/subtensor/staking/root-claims/auto-claim.ts'
import * as s from '../../../src/pallets/subtensor/storage.ts'
import type { Check } from '../checks.ts'
import { checkRow, checkRows, emptyState, text } from './rows.ts'

export interface LockVectors {
  readonly exp_decay: readonly { dt: string; tau: string; decay_u64f64_bits: string }[]
  readonly roll_forward_lock: {
    readonly default_maturity_rate: string
    readonly default_unlock_rate: string
    readonly cases: readonly RolledLock[]
  }
  readonly auto_claim_block_hash_to_indices: readonly {
    hash: `0x${string}`
    k: string
    n: string
    indices: readonly string[]
  }[]
}

interface RolledLock {
  readonly locked_mass: string
  readonly conviction_bits: string
  readonly last_update: string
  readonly now: string
  readonly unlock_rate: string
  readonly maturity_rate: string
  readonly owner_lock: boolean
  readonly perpetual: boolean
  readonly out_locked_mass: string
  readonly out_conviction_bits: string
  readonly out_last_update: string
  readonly mass_delta: string
  readonly conviction_delta_bits: string
}

const fallen = (before: bigint, after: bigint) => text(before > after ? before - after : 0n)

function rolled(row: RolledLock): object {
  const before = {
    locked_mass: BigInt(row.locked_mass),
    conviction: BigInt(row.conviction_bits),
    last_update: BigInt(row.last_update),
  }
  const rates = { unlock: BigInt(row.unlock_rate), maturity: BigInt(row.maturity_rate) }
  const kind = { isOwner: row.owner_lock, isPerpetual: row.perpetual }
  const after = rollLock(before, { now: BigInt(row.now), rates }, kind)
  return {
    out_locked_mass: text(after.locked_mass),
    out_conviction_bits: text(after.conviction),
    out_last_update: text(after.last_update),
    mass_delta: fallen(before.locked_mass, after.locked_mass),
    conviction_delta_bits: fallen(before.conviction, after.conviction),
  }
}

export function* lockChecks(vectors: LockVectors): Generator<Check> {
  yield* checkRows('exp_decay', vectors.exp_decay, ({ dt, tau }) => ({
    decay_u64f64_bits: text(expDecay(BigInt(dt), BigInt(tau))),
  }))
  yield checkRow('roll_forward_lock defaults', vectors.roll_forward_lock, () => ({
    default_maturity_rate: text(s.MaturityRate.get(emptyState())),
    default_unlock_rate: text(s.UnlockRate.get(emptyState())),
  }))
  yield* checkRows('roll_forward_lock', vectors.roll_forward_lock.cases, rolled)
  yield* checkRows(
    'auto_claim_block_hash_to_indices',
    vectors.auto_claim_block_hash_to_indices,
    ({ hash, k, n }) => ({ indices: blockHashToIndices(hash, BigInt(k), BigInt(n)).map(text) }),
  )
}
