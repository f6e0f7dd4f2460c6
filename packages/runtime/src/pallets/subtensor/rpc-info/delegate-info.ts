/** Hotkeys that others stake at. */
import type * as f from '@taonet/frame'
import { U64F64 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { hotkeyIsDelegate } from '../delegation/takes.ts'
import { getValidatorPermitForUid } from '../registration/uid-lists.ts'
import { getRegisteredNetworksForHotkey } from '../registration/uids.ts'
import { getValueFromShares, safeFloat } from '../share-pool/index.ts'
import { alphaNetuids, alphaRowsOfHotkey } from '../staking/alpha-rows.ts'
import { alphaSharePool } from '../staking/share-pool-data.ts'
import { getHotkeyStake, getStake } from '../staking/stake.ts'
import { Delegates, Emission, Owner, Tempo, Uids } from '../storage.ts'
import { getAllSubnetNetuids, ROOT } from '../subnets/exists.ts'
import type { DelegateInfo } from './types.ts'

const BLOCKS_PER_DAY = U64F64.fromInt(7200n)
const WHOLE_TAKE = U64F64.fromInt(65_535n)
const THOUSAND_TAO = U64F64.fromInt(1_000_000_000_000n)

/** A nominator with stake on each subnet. */
type Nominators = [nominator: f.AccountId, stakes: [netuid: NetUid, stake: Alpha][]][]

/**
 * Who stakes at a hotkey, in order of coldkeys.
 *
 * differs in nothing from upstream, though a share is valued in the pool of the subnet that stands at the
 *         netuid's place in the list of subnets: with gaps between netuids that is another subnet, or none
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/delegate_info.rs get_delegate_by_existing_account
 */
function nominatorsOf(ctx: f.Context, hotkey: f.AccountId, netuids: readonly NetUid[]): Nominators {
  const nominators = new Map<f.AccountId, [NetUid, Alpha][]>()
  for (const { coldkey, netuid, share } of alphaRowsOfHotkey(ctx, hotkey)) {
    const place = netuids[netuid]
    if (place === undefined || safeFloat.isZero(share)) continue
    const stake = getValueFromShares(alphaSharePool(ctx, hotkey, place), share)
    const stakes = nominators.get(coldkey)
    if (stakes === undefined) nominators.set(coldkey, [[netuid, stake]])
    else stakes.push([netuid, stake])
  }
  return [...nominators]
}

/** What a hotkey earns in a day, U64F64 of rao, and where it may validate. */
function earningsOf(ctx: f.Context, hotkey: f.AccountId, registrations: readonly NetUid[]) {
  const permits: NetUid[] = []
  let perDay: f.U64F64 = U64F64.ZERO
  for (const netuid of registrations) {
    const uid = Uids.find(ctx, netuid, hotkey)
    if (uid === undefined) continue
    if (getValidatorPermitForUid(ctx, netuid, uid)) permits.push(netuid)
    const tempo = U64F64.fromInt(BigInt(Tempo.get(ctx, netuid)))
    if (tempo === 0n) continue
    const emission = U64F64.fromInt(Emission.get(ctx, netuid)[uid] ?? 0n)
    perDay = U64F64.add(perDay, U64F64.mul(emission, U64F64.safeDiv(BLOCKS_PER_DAY, tempo)))
  }
  return { permits, perDay }
}

/**
 * What 1000 TAO at a hotkey earn in a day after its take.
 *
 * units   take in parts of 65535; stake and earnings are U64F64 of rao
 * source  opentensor/subtensor pallets/subtensor/src/rpc_info/delegate_info.rs return_per_1000_tao
 */
export function returnPer1000Tao(take: number, stake: f.U64F64, perDay: f.U64F64): f.U64F64 {
  if (stake === 0n) return U64F64.ZERO
  const kept = U64F64.safeDiv(U64F64.fromInt(BigInt(take)), WHOLE_TAKE)
  const given = U64F64.mul(perDay, U64F64.sub(U64F64.ONE, kept))
  return U64F64.safeDiv(given, U64F64.safeDiv(stake, THOUSAND_TAO))
}

function infoOf(ctx: f.Context, hotkey: f.AccountId, nominators: Nominators): DelegateInfo {
  const registrations = getRegisteredNetworksForHotkey(ctx, hotkey)
  const { permits, perDay } = earningsOf(ctx, hotkey, registrations)
  const take = Delegates.get(ctx, hotkey)
  const rootStake = U64F64.fromInt(getHotkeyStake(ctx, hotkey, ROOT))
  return {
    delegate_ss58: hotkey,
    take,
    nominators,
    owner_ss58: Owner.get(ctx, hotkey),
    registrations,
    validator_permits: permits,
    return_per_1000: U64F64.toU64(returnPer1000Tao(take, rootStake, perDay)),
    total_daily_return: U64F64.toU64(perDay),
  }
}

/** A delegate with its nominators. `source` rpc_info/delegate_info.rs get_delegate */
export function getDelegate(ctx: f.Context, hotkey: f.AccountId): DelegateInfo | undefined {
  if (!hotkeyIsDelegate(ctx, hotkey)) return undefined
  return infoOf(ctx, hotkey, nominatorsOf(ctx, hotkey, getAllSubnetNetuids(ctx)))
}

/** All delegates, in order of hashed keys. `source` rpc_info/delegate_info.rs get_delegates */
export function getDelegates(ctx: f.Context): DelegateInfo[] {
  const netuids = getAllSubnetNetuids(ctx)
  return Delegates.keysOf(ctx).map(([hotkey]) =>
    infoOf(ctx, hotkey, nominatorsOf(ctx, hotkey, netuids)),
  )
}

/** A delegate, without nominators, and what a coldkey has there. */
export type Delegated = [DelegateInfo, [netuid: NetUid, stake: Alpha]]

/** Every position of a coldkey at delegates. `source` rpc_info/delegate_info.rs get_delegated */
export function getDelegated(ctx: f.Context, coldkey: f.AccountId): Delegated[] {
  const positions: Delegated[] = []
  for (const [hotkey] of Delegates.keysOf(ctx)) {
    const netuids = alphaNetuids(ctx, hotkey, coldkey)
    if (netuids.length === 0) continue
    const info = infoOf(ctx, hotkey, [])
    for (const netuid of netuids)
      positions.push([info, [netuid, getStake(ctx, { hotkey, coldkey, netuid })]])
  }
  return positions
}
