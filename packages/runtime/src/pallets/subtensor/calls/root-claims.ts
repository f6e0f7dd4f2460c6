/** Calls about the dividends of root stakers. */
import * as f from '@taonet/frame'
import { I96F32 } from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { InvalidNumRootClaim, InvalidRootClaimThreshold, InvalidSubnetNumber } from '../errors.ts'
import { RootClaimTypeSet } from '../events.ts'
import { claimRoot } from '../staking/root-claims/claim.ts'
import { maybeAddColdkeyIndex } from '../staking/root-claims/coldkey-index.ts'
import { NumRootClaim, RootClaimableThreshold, RootClaimType } from '../storage.ts'
import { subnetOwnerOrRoot } from '../subnets/owner.ts'
import { RootClaimTypeEnum } from '../types.ts'

const MAX_SUBNET_CLAIMS = 5
const MAX_NUM_ROOT_CLAIMS = 50n
const MAX_ROOT_CLAIM_THRESHOLD = 10_000_000n

export const claim_root = f.call({
  index: 121,
  origin: f.signed,
  args: { subnets: f.btreeSet(f.u16) },
  weight: weights.claim_root,
  docs: 'Pays the caller what its root stake earned on up to five subnets.',
  run(ctx, coldkey, { subnets }) {
    const count = subnets.length
    f.ensure(count > 0 && count <= MAX_SUBNET_CLAIMS, InvalidSubnetNumber)
    maybeAddColdkeyIndex(ctx, coldkey)
    return { actual_weight: claimRoot(ctx, coldkey, new Set(subnets)), pays_fee: 'Yes' }
  },
})

export const set_root_claim_type = f.call({
  index: 122,
  origin: f.signed,
  args: { new_root_claim_type: RootClaimTypeEnum },
  weight: weights.set_root_claim_type,
  docs: 'Says whether claims are sold for root stake or kept as alpha.',
  run(ctx, coldkey, { new_root_claim_type: root_claim_type }) {
    const isEmpty =
      root_claim_type.type === 'KeepSubnets' && root_claim_type.value.subnets.length === 0
    f.ensure(!isEmpty, InvalidSubnetNumber)
    maybeAddColdkeyIndex(ctx, coldkey)
    RootClaimType.set(ctx, coldkey, root_claim_type)
    ctx.deposit(RootClaimTypeSet({ coldkey, root_claim_type }))
  },
})

export const sudo_set_num_root_claims = f.call({
  index: 123,
  origin: f.root,
  args: { new_value: f.u64 },
  weight: weights.sudo_set_num_root_claims,
  docs: 'Sets how many coldkeys each block pays. Root only.',
  run(ctx, _, { new_value }) {
    f.ensure(new_value <= MAX_NUM_ROOT_CLAIMS, InvalidNumRootClaim)
    NumRootClaim.set(ctx, new_value)
  },
})

export const sudo_set_root_claim_threshold = f.call({
  index: 124,
  origin: subnetOwnerOrRoot,
  args: { netuid: f.u16, new_value: f.u64 },
  weight: weights.sudo_set_root_claim_threshold,
  docs: 'Sets the alpha from which claims on a subnet are paid. Its owner or root.',
  run(ctx, _, { netuid, new_value }) {
    f.ensure(new_value <= MAX_ROOT_CLAIM_THRESHOLD, InvalidRootClaimThreshold)
    RootClaimableThreshold.set(ctx, netuid, I96F32.fromInt(new_value))
  },
})
