/** Emission of a block: TAO and alpha into pools, alpha into the buckets that epochs empty. */
import type * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import type { Credit } from '../currency.ts'
import { mintAlphaOut, recycleSubnetAlpha } from '../pools/alpha.ts'
import {
  OwnerCutEnabled,
  PendingOwnerCut,
  PendingRootAlphaDivs,
  PendingServerEmission,
  PendingValidatorEmission,
  SubnetAlphaOutEmission,
  SubnetOwnerCut,
} from '../storage.ts'
import type { SubnetEmissions } from './emission-shares.ts'
import { injectAndMaybeSwap } from './inject.ts'
import { getSubnetTerms, rootProportion } from './subnet-terms.ts'

const HALF = U96F32.ONE / 2n
const U16_MAX = U96F32.fromInt(0xffff)

/** Share of alpha that goes to subnet owners. `source` utils/misc.rs get_float_subnet_owner_cut */
export const getSubnetOwnerCut = (ctx: f.Context): f.U96F32 =>
  U96F32.safeDiv(U96F32.fromInt(SubnetOwnerCut.get(ctx)), U16_MAX)

type Bucket = typeof PendingServerEmission

/** Adds whole rao of an amount to a bucket. */
function fill(ctx: f.Context, bucket: Bucket, netuid: NetUid, amount: f.U96F32): void {
  bucket.mutate(ctx, netuid, (total) => satU64.add(total, U96F32.toU64(amount)))
}

/** Takes the owner's cut, if there is one; gives what is left. */
function takeOwnerCut(ctx: f.Context, netuid: NetUid, alpha: f.U96F32, cut: f.U96F32): f.U96F32 {
  if (!OwnerCutEnabled.get(ctx, netuid)) return alpha
  const owners = U96F32.mul(alpha, cut)
  fill(ctx, PendingOwnerCut, netuid, owners)
  return U96F32.sub(alpha, owners)
}

/** Half for miners, half for validators, of which root stakers get root's proportion or nobody does. */
function fillBuckets(ctx: f.Context, netuid: NetUid, alpha: f.U96F32, rootIsPaid: boolean): void {
  const root = U96F32.mul(U96F32.mul(rootProportion(ctx, netuid), alpha), HALF)
  const servers = U96F32.mul(alpha, HALF)
  fill(ctx, PendingServerEmission, netuid, servers)
  const validators = U96F32.sub(U96F32.sub(alpha, servers), root)
  fill(ctx, PendingValidatorEmission, netuid, validators)
  if (rootIsPaid) fill(ctx, PendingRootAlphaDivs, netuid, root)
  else recycleSubnetAlpha(ctx, netuid, U96F32.toU64(root))
}

/** What a block gives to subnets. */
export interface BlockEmissionPlan {
  /** Emitting subnets in their order. */
  readonly netuids: readonly NetUid[]
  readonly emissions: SubnetEmissions
  readonly credit: Credit
  /** Root stakers get their alpha; otherwise it is recycled. */
  readonly rootIsPaid: boolean
}

/**
 * Emits.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs emit_to_subnets
 */
export function emitToSubnets(ctx: f.Context, plan: BlockEmissionPlan): void {
  const { netuids, emissions, credit, rootIsPaid } = plan
  const terms = getSubnetTerms(ctx, emissions)
  injectAndMaybeSwap(ctx, netuids, terms, credit)
  const cut = getSubnetOwnerCut(ctx)
  for (const netuid of netuids) {
    const alphaOut = terms.get(netuid)?.alphaOut ?? U96F32.ZERO
    const created = U96F32.toU64(alphaOut)
    SubnetAlphaOutEmission.set(ctx, netuid, created)
    mintAlphaOut(ctx, netuid, created)
    const rest = takeOwnerCut(ctx, netuid, alphaOut, cut)
    fillBuckets(ctx, netuid, rest, rootIsPaid)
  }
}
