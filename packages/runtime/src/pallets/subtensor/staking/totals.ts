/** Stake over all subnets, in TAO. */
import type * as f from '@taonet/frame'
import { satU64, U64F64 } from '@taonet/frame'
import { attempt } from '../../../common/attempt.ts'
import type { NetUid, Tao } from '../../../common/units.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { simSwap } from '../../swap/swap.ts'
import { StakingHotkeys } from '../storage.ts'
import { getAllSubnetNetuids } from '../subnets/exists.ts'
import { alphaNetuids } from './alpha-rows.ts'
import { getHotkeyStake, getStake, type Position } from './stake.ts'

/**
 * All stake at a hotkey at spot prices.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs get_total_stake_for_hotkey
 */
export function getTotalStakeForHotkey(ctx: f.Context, hotkey: f.AccountId): Tao {
  let total: f.U64F64 = U64F64.ZERO
  for (const netuid of getAllSubnetNetuids(ctx)) {
    const alpha = U64F64.fromInt(getHotkeyStake(ctx, hotkey, netuid))
    const tao = U64F64.mul(alpha, currentAlphaPrice(ctx, netuid))
    total = U64F64.wrappingAdd(total, tao)
  }
  return U64F64.toU64(total)
}

/** TAO that selling a position would bring, the fee counted as not paid; 0 when it cannot be sold. */
function saleValue(ctx: f.Context, position: Position): Tao {
  const { netuid } = position
  const sale = attempt(() => simSwap(ctx, netuid, 'alpha', getStake(ctx, position)))
  if (!sale.ok) return 0n
  const { amountPaidOut, feePaid } = sale.value
  const fee = U64F64.mul(U64F64.fromInt(feePaid), currentAlphaPrice(ctx, netuid))
  return satU64.add(amountPaidOut, U64F64.toU64(fee))
}

function totalOfColdkey(
  ctx: f.Context,
  coldkey: f.AccountId,
  counts: (netuid: NetUid) => boolean,
): Tao {
  let total = 0n
  for (const hotkey of StakingHotkeys.get(ctx, coldkey))
    for (const netuid of alphaNetuids(ctx, hotkey, coldkey))
      if (counts(netuid)) total += saleValue(ctx, { hotkey, coldkey, netuid })
  return BigInt.asUintN(64, total)
}

/**
 * What all stake of a coldkey would sell for, position by position, fees counted as not paid.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/helpers.rs get_total_stake_for_coldkey
 */
export const getTotalStakeForColdkey = (ctx: f.Context, coldkey: f.AccountId): Tao =>
  totalOfColdkey(ctx, coldkey, () => true)

/** The same on one subnet. `source` staking/helpers.rs get_total_stake_for_coldkey_on_subnet */
export const getTotalStakeForColdkeyOnSubnet = (
  ctx: f.Context,
  coldkey: f.AccountId,
  netuid: NetUid,
): Tao => totalOfColdkey(ctx, coldkey, (other) => other === netuid)
