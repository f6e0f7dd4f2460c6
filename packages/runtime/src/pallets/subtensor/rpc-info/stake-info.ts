/** What coldkeys have staked, and how much of it is free. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { approxFeeAmount } from '../../swap/swap.ts'
import { stakeAvailability } from '../locks/availability.ts'
import { isHotkeyRegisteredOnNetwork } from '../registration/uids.ts'
import { getStake, type Position } from '../staking/stake.ts'
import { AlphaDividendsPerSubnet, StakingHotkeys } from '../storage.ts'
import { getAllSubnetNetuids, ifSubnetExist, ROOT } from '../subnets/exists.ts'
import type { StakeAvailability, StakeInfo } from './types.ts'

/**
 * Stake at one position, also where there is none.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/stake_info.rs get_stake_info_for_hotkey_coldkey_netuid
 */
export const getStakeInfo = (ctx: f.Context, position: Position): StakeInfo =>
  infoOf(ctx, position, getStake(ctx, position))

function infoOf(ctx: f.Context, position: Position, stake: Alpha): StakeInfo {
  const { hotkey, netuid } = position
  return {
    ...position,
    stake,
    locked: 0n,
    emission: AlphaDividendsPerSubnet.get(ctx, netuid, hotkey),
    tao_emission: 0n,
    drain: 0n,
    is_registered: isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey),
  }
}

function positionsOf(
  ctx: f.Context,
  coldkey: f.AccountId,
  netuids: readonly NetUid[],
): StakeInfo[] {
  const hotkeys = StakingHotkeys.get(ctx, coldkey)
  const positions: StakeInfo[] = []
  for (const netuid of netuids)
    for (const hotkey of hotkeys) {
      const position = { hotkey, coldkey, netuid }
      const stake = getStake(ctx, position)
      if (stake !== 0n) positions.push(infoOf(ctx, position, stake))
    }
  return positions
}

/** All positions of a coldkey, subnet by subnet. `source` rpc_info/stake_info.rs get_stake_info_for_coldkey */
export const getStakeInfoForColdkey = (ctx: f.Context, coldkey: f.AccountId): StakeInfo[] =>
  positionsOf(ctx, coldkey, getAllSubnetNetuids(ctx))

/** `source` rpc_info/stake_info.rs get_stake_info_for_coldkeys */
export function getStakeInfoForColdkeys(
  ctx: f.Context,
  coldkeys: readonly f.AccountId[],
): [f.AccountId, StakeInfo[]][] {
  const netuids = getAllSubnetNetuids(ctx)
  return coldkeys.map((coldkey) => [coldkey, positionsOf(ctx, coldkey, netuids)])
}

/**
 * The subnets that a question is about: all, or those asked for that exist. None, or more than there are, is no
 * question at all.
 */
function subnetsAskedFor(ctx: f.Context, asked: readonly NetUid[] | undefined): readonly NetUid[] {
  const existing = getAllSubnetNetuids(ctx)
  if (asked === undefined) return existing
  const distinct = [...new Set(asked)]
  return distinct.length > existing.length
    ? []
    : distinct.filter((netuid) => ifSubnetExist(ctx, netuid))
}

export type Availabilities = ReadonlyMap<NetUid, StakeAvailability>

/**
 * What coldkeys have on subnets, and how much their locks leave free; subnets with neither are left out.
 *
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/stake_info.rs get_stake_availability_for_coldkeys
 */
export function getStakeAvailabilityForColdkeys(
  ctx: f.Context,
  coldkeys: readonly f.AccountId[],
  asked: readonly NetUid[] | undefined,
): ReadonlyMap<f.AccountId, Availabilities> {
  const netuids = subnetsAskedFor(ctx, asked)
  const availabilities = (coldkey: f.AccountId) => {
    const found = new Map<NetUid, StakeAvailability>()
    for (const netuid of netuids) {
      const availability = stakeAvailability(ctx, coldkey, netuid)
      if (availability.total !== 0n || availability.locked !== 0n) found.set(netuid, availability)
    }
    return found
  }
  return new Map(coldkeys.map((coldkey) => [coldkey, availabilities(coldkey)]))
}

/** One end of a movement of stake. */
export type StakeEnd = readonly [hotkey: f.AccountId, netuid: NetUid] | undefined

const isSameEnd = (a: StakeEnd, b: StakeEnd) => a?.[0] === b?.[0] && a?.[1] === b?.[1]

/**
 * About what moving stake costs: the fee of the pool it goes to, else of the one it comes from; nothing when it stays.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/stake_info.rs get_stake_fee
 */
export function getStakeFee(
  ctx: f.Context,
  origin: StakeEnd,
  destination: StakeEnd,
  amount: Tao,
): Tao {
  if (isSameEnd(origin, destination)) return 0n
  return approxFeeAmount(ctx, (destination ?? origin)?.[1] ?? ROOT, amount)
}
