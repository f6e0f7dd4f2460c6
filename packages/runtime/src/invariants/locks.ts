/** Locked stake. */
import * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import { isPerpetualLock, lockKind, rollTime } from '../pallets/subtensor/locks/lock-rows.ts'
import { rollLock } from '../pallets/subtensor/locks/roll.ts'
import { getStake } from '../pallets/subtensor/staking/stake.ts'
import {
  Lock,
  LockingColdkeys,
  StakingHotkeys,
  SubnetAlphaIn,
  SubnetTAO,
} from '../pallets/subtensor/storage.ts'

/** Fees that are paid in alpha do not ask for locks; this much TAO of them may be missing. In rao. */
const FEES = 100_000_000n

function stakeOn(ctx: f.Context, coldkey: f.AccountId, netuid: number): bigint {
  let stake = 0n
  for (const hotkey of StakingHotkeys.get(ctx, coldkey))
    stake += getStake(ctx, { hotkey, coldkey, netuid })
  return stake
}

/** Alpha for `FEES`, at the pool's reserves. */
function feesInAlpha(ctx: f.Context, netuid: number): bigint {
  const tao = SubnetTAO.get(ctx, netuid)
  return tao === 0n ? FEES : (FEES * SubnetAlphaIn.get(ctx, netuid)) / tao + FEES
}

export const locksAreStake = f.invariant('what is locked is staked', function* (ctx) {
  const time = rollTime(ctx)
  for (const [[coldkey, netuid, hotkey], lock] of Lock.entries(ctx)) {
    const at = `${coldkey} on ${netuid}`
    const kind = lockKind(ctx, { coldkey, netuid, hotkey })
    const { locked_mass, conviction } = rollLock(lock, time, kind)
    const stake = stakeOn(ctx, coldkey, netuid)
    if (locked_mass > stake + feesInAlpha(ctx, netuid))
      yield `${at}: ${locked_mass} rao locked, ${stake} staked`
    if (isPerpetualLock(ctx, coldkey, netuid) && conviction > U64F64.fromInt(locked_mass + 1n))
      yield `${at}: conviction ${U64F64.toU64(conviction)} of ${locked_mass} rao`
  }
})

export const locksAreListed = f.invariant(
  'a coldkey has one lock on a subnet, which is listed',
  function* (ctx) {
    const seen = new Set<string>()
    for (const [coldkey, netuid, hotkey] of Lock.keysOf(ctx)) {
      const at = `${coldkey} on ${netuid}`
      if (seen.has(at)) yield `${at}: more than one lock`
      seen.add(at)
      if (!LockingColdkeys.has(ctx, netuid, hotkey, coldkey)) yield `${at}: not listed`
    }
    for (const [netuid, hotkey, coldkey] of LockingColdkeys.keysOf(ctx))
      if (!Lock.has(ctx, coldkey, netuid, hotkey)) yield `${coldkey} on ${netuid}: no lock`
  },
)
