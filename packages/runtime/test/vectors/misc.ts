/** Runs `misc.json`: functions of many capabilities, called one by one. */
import type { Check } from './checks.ts'
import { type DividendVectors, dividendChecks } from './misc/dividends.ts'
import { type LockVectors, lockChecks } from './misc/locks.ts'
import { type NumberVectors, numberChecks } from './misc/numbers.ts'
import { type PriceVectors, priceChecks } from './misc/prices.ts'
import { type SharePoolVectors, sharePoolChecks } from './misc/share-pools.ts'
import { type SubnetVectors, subnetChecks } from './misc/subnets.ts'
import { type WeightVectors, weightChecks } from './misc/weights.ts'

/** `misc.json`. */
export type MiscVectors = DividendVectors &
  LockVectors &
  NumberVectors &
  PriceVectors &
  SharePoolVectors &
  SubnetVectors &
  WeightVectors

/**
 * The checks of `misc.json`.
 *
 * differs sections left out: `pow_seal_hash` (only builds with a faucet have it), accounts of other pallets,
 *         `a_to_f64` of the floats (upstream's tests alone need it)
 */
export function* miscChecks(vectors: MiscVectors): Generator<Check> {
  yield* priceChecks(vectors)
  yield* lockChecks(vectors)
  yield* weightChecks(vectors)
  yield* dividendChecks(vectors)
  yield* subnetChecks(vectors)
  yield* sharePoolChecks(vectors)
  yield* numberChecks(vectors)
}
