/** Which subnet has to make room for a new one. */
import type * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { getMovingAlphaPrice } from '../pools/prices.ts'
import { NetworkImmunityPeriod, NetworkRegisteredAt, NetworksAdded } from '../storage.ts'
import { ROOT } from './exists.ts'

/** A subnet that may be pruned. */
interface Candidate {
  readonly netuid: NetUid
  /** Moving price, U64F64. */
  readonly price: bigint
  readonly registeredAt: bigint
}

const goesBefore = (a: Candidate, b: Candidate): boolean =>
  a.price === b.price ? a.registeredAt < b.registeredAt : a.price < b.price

/**
 * The subnet with the lowest moving price, of several the oldest; undefined when all are too young.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs get_network_to_prune
 */
export function getNetworkToPrune(ctx: f.Context): NetUid | undefined {
  let chosen: Candidate | undefined
  for (const [[netuid], added] of NetworksAdded.entries(ctx)) {
    if (!added || netuid === ROOT) continue
    const registeredAt = NetworkRegisteredAt.get(ctx, netuid)
    const immuneUntil = satU64.add(registeredAt, NetworkImmunityPeriod.get(ctx))
    if (currentBlock(ctx) < immuneUntil) continue
    const candidate = { netuid, price: getMovingAlphaPrice(ctx, netuid), registeredAt }
    if (chosen === undefined || goesBefore(candidate, chosen)) chosen = candidate
  }
  return chosen?.netuid
}
