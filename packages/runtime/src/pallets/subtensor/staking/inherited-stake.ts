/** Stake that counts for a hotkey: its own, less what it lends to children, plus what parents lend to it. */
import * as f from '@taonet/frame'
import { I64F64, U96F32 } from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../../common/units.ts'
import { taoWeight } from '../epoch/stake.ts'
import { ChildKeys, ParentKeys, TaoWeight } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { getHotkeyStake } from './stake.ts'

const U64_MAX = U96F32.fromInt(f.satU64.MAX)

/** A stored proportion as a factor. */
export const proportionFactor = (proportion: bigint): f.U96F32 =>
  U96F32.safeDiv(U96F32.fromInt(proportion), U64_MAX)

/** Weight of root stake against alpha. `source` staking/stake_utils.rs get_tao_weight */
export const getTaoWeight = (ctx: f.Context): f.U96F32 => taoWeight(TaoWeight.get(ctx))

type Relations = ReturnType<typeof ChildKeys.get>

/** Stake `on` one subnet after lending by the relations of another. */
function inherit(
  ctx: f.Context,
  hotkey: f.AccountId,
  on: NetUid,
  { children, parents }: { children: Relations; parents: Relations },
): bigint {
  const own = U96F32.fromInt(getHotkeyStake(ctx, hotkey, on))
  if (children.length === 0 && parents.length === 0) return U96F32.toU64(own)
  let lent: f.U96F32 = U96F32.ZERO
  for (const [proportion] of children)
    lent = U96F32.add(lent, U96F32.mul(own, proportionFactor(proportion)))
  let borrowed: f.U96F32 = U96F32.ZERO
  for (const [proportion, parent] of parents) {
    const stake = U96F32.fromInt(getHotkeyStake(ctx, parent, on))
    borrowed = U96F32.add(borrowed, U96F32.mul(stake, proportionFactor(proportion)))
  }
  return U96F32.toU64(U96F32.add(U96F32.sub(own, lent), borrowed))
}

/** Alpha and TAO that count for a hotkey on a subnet, rao. */
export interface InheritedStake {
  readonly alpha: Alpha
  readonly tao: Tao
}

/**
 * Alpha on a subnet and stake on root that count for a hotkey, both by the subnet's family relations. On
 * root itself no alpha is lent.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_inherited_for_hotkey_on_subnet, get_tao_inherited_for_hotkey_on_subnet
 */
export function getInheritedStake(
  ctx: f.Context,
  hotkey: f.AccountId,
  netuid: NetUid,
): InheritedStake {
  const relations = {
    children: ChildKeys.get(ctx, hotkey, netuid),
    parents: ParentKeys.get(ctx, hotkey, netuid),
  }
  return {
    alpha:
      netuid === ROOT
        ? getHotkeyStake(ctx, hotkey, netuid)
        : inherit(ctx, hotkey, netuid, relations),
    tao: inherit(ctx, hotkey, ROOT, relations),
  }
}

/**
 * Stake of a hotkey as consensus counts it: alpha plus weighted TAO.
 *
 * units   I64F64 of rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_stake_weights_for_hotkey_on_subnet
 */
export function getStakeWeight(ctx: f.Context, hotkey: f.AccountId, netuid: NetUid): f.I64F64 {
  const weight = I64F64.from(U96F32, getTaoWeight(ctx))
  const { alpha, tao } = getInheritedStake(ctx, hotkey, netuid)
  return I64F64.add(I64F64.fromInt(alpha), I64F64.mul(I64F64.fromInt(tao), weight))
}
