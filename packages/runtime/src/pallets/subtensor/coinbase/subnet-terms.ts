/** How a subnet's TAO enters its pool: beside alpha, as far as root's share of alpha goes, the rest as a purchase. */
import type * as f from '@taonet/frame'
import { U64F64, U96F32 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentAlphaPrice } from '../../swap/pool.ts'
import { getAlphaIssuance } from '../pools/alpha.ts'
import { getTaoWeight } from '../staking/inherited-stake.ts'
import { SubnetTAO } from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'
import { getBlockEmissionForIssuance } from './block-emission.ts'
import type { SubnetEmissions } from './emission-shares.ts'

/**
 * Weight of root stake in a subnet: weighted root TAO against it and the subnet's alpha together.
 *
 * units   U96F32
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/block_step.rs root_proportion
 */
export function rootProportion(ctx: f.Context, netuid: NetUid): f.U96F32 {
  const issuance = U96F32.fromInt(getAlphaIssuance(ctx, netuid))
  const tao = U96F32.mul(U96F32.fromInt(SubnetTAO.get(ctx, ROOT)), getTaoWeight(ctx))
  return U96F32.safeDiv(tao, U96F32.add(tao, issuance))
}

/** What a subnet gets in this block, U96F32 of rao. */
export interface SubnetTerms {
  readonly netuid: NetUid
  /** TAO into the pool, together with alpha. */
  readonly taoIn: f.U96F32
  /** Alpha into the pool. */
  readonly alphaIn: f.U96F32
  /** Alpha to neurons, their owner and stakers. */
  readonly alphaOut: f.U96F32
  /** TAO that buys alpha. */
  readonly excessTao: f.U96F32
}

function termsOf(ctx: f.Context, netuid: NetUid, tao: f.U96F32): SubnetTerms {
  const alphaOut = U96F32.fromInt(getBlockEmissionForIssuance(ctx, getAlphaIssuance(ctx, netuid)))
  const price = U96F32.from(U64F64, currentAlphaPrice(ctx, netuid))
  const matching = U96F32.safeDiv(tao, price)
  const cap = U96F32.mul(rootProportion(ctx, netuid), alphaOut)
  const isCapped = matching > cap
  const alphaIn = isCapped ? cap : matching
  const taoIn = isCapped ? U96F32.mul(cap, price) : tao
  return { netuid, taoIn, alphaIn, alphaOut, excessTao: U96F32.sub(tao, taoIn) }
}

/**
 * The terms of all emitting subnets, before any of them changes, in ascending order.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_subnet_terms
 */
export const getSubnetTerms = (
  ctx: f.Context,
  emissions: SubnetEmissions,
): ReadonlyMap<NetUid, SubnetTerms> =>
  new Map(emissions.map(([netuid, tao]) => [netuid, termsOf(ctx, netuid, tao)]))
