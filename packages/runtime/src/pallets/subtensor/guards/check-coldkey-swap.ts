/** A coldkey that announced its swap can do little else until that is over. */
import * as f from '@taonet/frame'
import { ColdkeySwapAnnounced, ColdkeySwapDisputed } from '../errors.ts'
import { ColdkeySwapAnnouncements, ColdkeySwapDisputes } from '../storage.ts'
import { guardWeight } from './guard.ts'

const weight = guardWeight(17_583_000n, 4198n, 2)
const ALLOWED = new Set([
  'SubtensorModule.announce_coldkey_swap',
  'SubtensorModule.swap_coldkey_announced',
  'SubtensorModule.dispute_coldkey_swap',
  'SubtensorModule.clear_coldkey_swap_announcement',
  'MevShield.submit_encrypted',
])

/**
 * refuses ColdkeySwapDisputed for every call, ColdkeySwapAnnounced for all but the swap's own
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_coldkey_swap.rs
 */
export const CheckColdkeySwap: f.Guard = {
  weight: () => weight,
  check(ctx, origin, { pallet, name }) {
    const who = f.signer(origin)
    if (who === undefined || !ColdkeySwapAnnouncements.has(ctx, who)) return
    f.ensure(!ColdkeySwapDisputes.has(ctx, who), ColdkeySwapDisputed)
    f.ensure(ALLOWED.has(`${pallet}.${name}`), ColdkeySwapAnnounced)
  },
}
