/** Stake of a hotkey on a subnet: the coldkeys' shares add up to the pool. */
import * as f from '@taonet/frame'
import { type SafeFloat, safeFloat } from '../pallets/subtensor/share-pool/index.ts'
import { getStake } from '../pallets/subtensor/staking/stake.ts'
import {
  Alpha,
  AlphaV2,
  TotalHotkeyAlpha,
  TotalHotkeyShares,
  TotalHotkeySharesV2,
} from '../pallets/subtensor/storage.ts'

/** Shares are summed in units of 10⁻⁴⁰. */
const ATOM = 40n
/**
 * Shares have 21 digits. What a large pool rounds off stays behind when it is emptied, so the sum
 * may be off by this part of itself.
 */
const PART = 1_000_000n

interface Pool {
  readonly hotkey: f.AccountId
  readonly netuid: number
  holders: bigint
  atoms: bigint
  value: bigint
}

function atomsOf({ mantissa, exponent }: SafeFloat): bigint {
  const shift = exponent + ATOM
  return shift >= 0n ? mantissa * 10n ** shift : mantissa / 10n ** -shift
}

/** Every pool with what its holders have. */
function poolsOf(ctx: f.Context): Pool[] {
  const pools = new Map<string, Pool>()
  const add = (hotkey: f.AccountId, coldkey: f.AccountId, netuid: number, share: SafeFloat) => {
    const key = `${hotkey}/${netuid}`
    let pool = pools.get(key)
    if (!pool) pools.set(key, (pool = { hotkey, netuid, holders: 0n, atoms: 0n, value: 0n }))
    pool.holders += 1n
    pool.atoms += atomsOf(share)
    pool.value += getStake(ctx, { hotkey, coldkey, netuid })
  }
  for (const [keys, share] of AlphaV2.entries(ctx)) add(...keys, share)
  for (const [keys, share] of Alpha.entries(ctx)) add(...keys, safeFloat.fromU64F64(share))
  for (const [hotkey, netuid] of TotalHotkeyAlpha.keysOf(ctx)) {
    const key = `${hotkey}/${netuid}`
    if (!pools.has(key)) pools.set(key, { hotkey, netuid, holders: 0n, atoms: 0n, value: 0n })
  }
  return [...pools.values()]
}

function denominatorOf(ctx: f.Context, { hotkey, netuid }: Pool): SafeFloat {
  const legacy = TotalHotkeyShares.find(ctx, hotkey, netuid)
  return legacy === undefined
    ? TotalHotkeySharesV2.get(ctx, hotkey, netuid)
    : safeFloat.fromU64F64(legacy)
}

const magnitude = (x: bigint) => (x < 0n ? -x : x)

export const sharesAddUp = f.invariant('shares add up to their denominator', function* (ctx) {
  for (const pool of poolsOf(ctx)) {
    const whole = atomsOf(denominatorOf(ctx, pool))
    const dust = pool.holders * 10n ** (ATOM - 10n)
    if (magnitude(pool.atoms - whole) > whole / PART + dust)
      yield `${pool.hotkey} on ${pool.netuid}: ${pool.atoms} of ${whole} (10⁻⁴⁰ shares)`
  }
})

/** Each holder's value is rounded down, so less than one rao each may belong to nobody. */
export const stakesAddUp = f.invariant("holders' stakes add up to the hotkey's", function* (ctx) {
  for (const pool of poolsOf(ctx)) {
    const total = TotalHotkeyAlpha.get(ctx, pool.hotkey, pool.netuid)
    const [missing, allowed] = [total - pool.value, total / PART]
    if (missing < -allowed || missing >= pool.holders + allowed + 1n)
      yield `${pool.hotkey} on ${pool.netuid}: ${pool.value} rao held of ${total} by ${pool.holders}`
  }
})
