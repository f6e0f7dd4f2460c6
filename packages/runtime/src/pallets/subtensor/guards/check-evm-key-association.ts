/** An EVM key is associated by a neuron, and seldom. */
import type { NetUid } from '../../../common/units.ts'
import { ensureEvmKeyAssociateRateLimit } from '../keys/evm-key.ts'
import { getUid } from '../registration/uids.ts'
import { guardCalls, guardWeight } from './guard.ts'

/**
 * refuses HotKeyNotRegisteredInSubNet, EvmKeyAssociateRateLimitExceeded
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_evm_key_association.rs
 */
export const CheckEvmKeyAssociation = guardCalls(guardWeight(15_448_000n, 4117n, 2), {
  associate_evm_key(ctx, who, { netuid }: { netuid: NetUid }) {
    ensureEvmKeyAssociateRateLimit(ctx, netuid, getUid(ctx, netuid, who))
  },
})
