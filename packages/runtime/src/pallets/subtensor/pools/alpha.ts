/** A subnet's alpha coming into being and going out of it. */
import * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { burnAlpha, mintAlpha, recycleAlpha } from '../../alpha-assets/issuance.ts'
import { SubnetAlphaIn, SubnetAlphaOut } from '../storage.ts'

/**
 * Alpha of a subnet in and outside its pool.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/staking/stake_utils.rs get_alpha_issuance
 */
export const getAlphaIssuance = (ctx: f.Context, netuid: NetUid): Alpha =>
  f.satU64.add(SubnetAlphaIn.get(ctx, netuid), SubnetAlphaOut.get(ctx, netuid))

/** Mints alpha into the pool. `source` coinbase/alpha.rs mint_alpha, resolve_to_alpha_in */
export function mintAlphaIn(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  mintAlpha(ctx, netuid, amount)
  SubnetAlphaIn.mutate(ctx, netuid, (total) => f.satU64.add(total, amount))
}

/** Mints alpha outside the pool. `source` coinbase/alpha.rs mint_alpha, resolve_to_alpha_out */
export function mintAlphaOut(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  mintAlpha(ctx, netuid, amount)
  SubnetAlphaOut.mutate(ctx, netuid, (total) => f.satU64.add(total, amount))
}

/** Takes alpha outside the pool out of existence. `source` coinbase/alpha.rs recycle_subnet_alpha */
export function recycleSubnetAlpha(ctx: f.Context, netuid: NetUid, amount: Alpha): void {
  if (amount === 0n) return
  SubnetAlphaOut.mutate(ctx, netuid, (total) => f.satU64.sub(total, amount))
  recycleAlpha(ctx, netuid, amount)
}

/** Records alpha that nobody owns any more; it still counts as issued. `source` coinbase/alpha.rs burn_subnet_alpha */
export const burnSubnetAlpha = (ctx: f.Context, netuid: NetUid, amount: Alpha): void =>
  burnAlpha(ctx, netuid, amount)
