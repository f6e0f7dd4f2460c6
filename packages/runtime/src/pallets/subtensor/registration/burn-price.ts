/** What registering a neuron costs. */
import type * as f from '@taonet/frame'
import { decayFactorQ32, mulByQ32, U64F64 } from '@taonet/frame'
import type { NetUid, Tao } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  Burn,
  BurnHalfLife,
  BurnIncreaseMult,
  MaxBurn,
  MinBurn,
  NetworksAdded,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
} from '../storage.ts'
import { shouldRunEpoch } from '../subnets/epoch-schedule.ts'
import { ROOT } from '../subnets/exists.ts'

const factors = new Map<number, bigint>()

/** The factor of one block, computed once for each half-life. */
function factorOf(halfLife: number): bigint {
  let factor = factors.get(halfLife)
  if (factor === undefined) {
    factor = decayFactorQ32(halfLife)
    factors.set(halfLife, factor)
  }
  return factor
}

/**
 * A price one block later, before its bounds.
 *
 * units   rao; half-life in blocks, 0 for no decay
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs update_registration_prices_for_networks
 */
export const decayedBurn = (burn: Tao, halfLife: number): Tao =>
  halfLife === 0 ? burn : mulByQ32(burn, factorOf(halfLife))

/** A price after a registration, before its bounds; it never falls. */
export function bumpedBurn(burn: Tao, multiplier: f.U64F64): Tao {
  const rise = multiplier > U64F64.ONE ? multiplier : U64F64.ONE
  return U64F64.toU64(U64F64.mul(U64F64.fromInt(burn), rise))
}

/** The price within a subnet's bounds; where they cross, the upper one wins. */
function withinBounds(ctx: f.Context, netuid: NetUid, burn: Tao): Tao {
  const [least, most] = [MinBurn.get(ctx, netuid), MaxBurn.get(ctx, netuid)]
  const raised = burn < least ? least : burn
  return raised > most ? most : raised
}

/**
 * Lets every subnet's price fall by one block and forgets this block's registrations; root's registrations
 * of the interval too, when its epoch is due.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs update_registration_prices_for_networks
 * cost    O(subnets)
 */
export function updateRegistrationPricesForNetworks(ctx: f.Context): void {
  for (const [netuid] of NetworksAdded.keysOf(ctx)) {
    const before = Burn.get(ctx, netuid)
    const decayed =
      currentBlock(ctx) > 1n ? decayedBurn(before, BurnHalfLife.get(ctx, netuid)) : before
    const burn = withinBounds(ctx, netuid, decayed)
    if (burn !== before) Burn.set(ctx, netuid, burn)
    RegistrationsThisBlock.set(ctx, netuid, 0)
    if (netuid === ROOT && shouldRunEpoch(ctx, netuid))
      RegistrationsThisInterval.set(ctx, netuid, 0)
  }
}

/**
 * Raises the price after a registration; root has none.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs bump_registration_price_after_registration
 */
export function bumpRegistrationPriceAfterRegistration(ctx: f.Context, netuid: NetUid): void {
  if (netuid === ROOT) return
  const bumped = bumpedBurn(Burn.get(ctx, netuid), BurnIncreaseMult.get(ctx, netuid))
  Burn.set(ctx, netuid, withinBounds(ctx, netuid, bumped))
}
