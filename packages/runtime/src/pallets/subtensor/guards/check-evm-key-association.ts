/** An EVM key is associated by a neuron, and seldom. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { EvmKeyAssociateRateLimit } from '../build-limits.ts'
import { currentBlock } from '../clock.ts'
import { EvmKeyAssociateRateLimitExceeded } from '../errors.ts'
import { getUid } from '../registration/uids.ts'
import { AssociatedEvmAddress } from '../storage.ts'
import { guardCalls, guardWeight } from './guard.ts'

/**
 * refuses HotKeyNotRegisteredInSubNet, EvmKeyAssociateRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_evm_key_association.rs
 */
export const CheckEvmKeyAssociation = guardCalls(guardWeight(15_448_000n, 4117n, 2), {
  associate_evm_key(ctx, who, { netuid }: { netuid: NetUid }) {
    const uid = getUid(ctx, netuid, who)
    const last = AssociatedEvmAddress.find(ctx, netuid, uid)?.[1] ?? 0n
    const passed = f.satU64.sub(currentBlock(ctx), last)
    f.ensure(passed >= EvmKeyAssociateRateLimit.get(ctx), EvmKeyAssociateRateLimitExceeded)
  },
})
