// A shared amount that many keys own parts of: value(key) = shared value · share / denominator.

import { satU64 } from '@taonet/frame'
import { add, fromU64, isZero, mulDiv, type SafeFloat, sub, toU64, ZERO } from './safe-float.ts'

/** Where a pool keeps its numbers. */
export interface SharePoolData<K> {
  /** The shared amount, u64. */
  readonly getSharedValue: () => bigint
  readonly setSharedValue: (value: bigint) => void
  /** The share of a key, zero when it has none. */
  readonly getShare: (key: K) => SafeFloat
  /** The share of a key, undefined when it has none. */
  readonly tryGetShare: (key: K) => SafeFloat | undefined
  readonly setShare: (key: K, share: SafeFloat) => void
  /** Sum of all shares. */
  readonly getDenominator: () => SafeFloat
  readonly setDenominator: (denominator: SafeFloat) => void
}

/**
 * What a key owns, floored.
 *
 * units   as the shared value: alpha rao
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::get_value
 */
export function getValue<K>(pool: SharePoolData<K>, key: K): bigint {
  return getValueFromShares(pool, pool.getShare(key))
}

/**
 * What a share is worth, floored; 0 in an empty pool.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::get_value_from_shares
 */
export function getValueFromShares<K>(pool: SharePoolData<K>, share: SafeFloat): bigint {
  const value = mulDiv(fromU64(pool.getSharedValue()), share, pool.getDenominator())
  return value === undefined ? 0n : toU64(value)
}

/**
 * What a key owns; undefined when the pool does not know it.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::try_get_value
 */
export function tryGetValue<K>(pool: SharePoolData<K>, key: K): bigint | undefined {
  const share = pool.tryGetShare(key)
  return share === undefined ? undefined : getValueFromShares(pool, share)
}

/**
 * Adds a signed amount to the shared value: every key gains or loses in proportion.
 *
 * units   `update` is an i64; the sum is saturated to u64
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::update_value_for_all
 */
export function updateValueForAll<K>(pool: SharePoolData<K>, update: bigint): void {
  pool.setSharedValue(satU64.clamp(pool.getSharedValue() + update))
}

/**
 * Whether an update is large enough to change a share at the pool's precision; an empty pool takes any.
 *
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::sim_update_value_for_one
 */
export function simUpdateValueForOne<K>(pool: SharePoolData<K>, update: bigint): boolean {
  const denominator = pool.getDenominator()
  return isZero(denominator) || !isZero(sharesPerUpdate(pool, update, denominator))
}

/** How many shares an amount buys or costs; none when the pool holds nothing. */
function sharesPerUpdate<K>(
  pool: SharePoolData<K>,
  update: bigint,
  denominator: SafeFloat,
): SafeFloat {
  const amount = fromU64(update < 0n ? -update : update)
  return mulDiv(amount, denominator, fromU64(pool.getSharedValue())) ?? ZERO
}

/**
 * Adds a signed amount to what one key owns. The first key of an empty pool gets everything.
 *
 * A share that cannot shrink (the key has none) stays, and the shared value moves all the same.
 *
 * units   `update` is an i64: a u64 amount above 2^63 - 1 must have wrapped already
 * source  opentensor/subtensor primitives/share-pool/src/lib.rs SharePool::update_value_for_one
 */
export function updateValueForOne<K>(pool: SharePoolData<K>, key: K, update: bigint): void {
  const share = pool.getShare(key)
  const denominator = pool.getDenominator()
  if (isZero(denominator)) {
    const first = fromU64(update < 0n ? -update : update)
    pool.setDenominator(first)
    pool.setShare(key, first)
  } else {
    const shares = sharesPerUpdate(pool, update, denominator)
    const change = update > 0n ? add : sub
    pool.setDenominator(change(denominator, shares) ?? denominator)
    pool.setShare(key, change(share, shares) ?? share)
  }
  updateValueForAll(pool, update)
}
