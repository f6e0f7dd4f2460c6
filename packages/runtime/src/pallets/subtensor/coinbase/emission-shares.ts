/** Which subnets a block's TAO goes to, and in which shares. */
import type * as f from '@taonet/frame'
import { U64F64, U96F32 } from '@taonet/frame'
import type { NetUid, Tao } from '../../../common/units.ts'
import { getMovingAlphaPrice } from '../pools/prices.ts'
import {
  FirstEmissionBlockNumber,
  MinerBurned,
  NetworkRegistrationAllowed,
  SubnetEmissionEnabled,
  SubtokenEnabled,
} from '../storage.ts'
import { ROOT } from '../subnets/exists.ts'

/**
 * Subnets that have started, trade their token and let neurons register; root never.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/subnet_emissions.rs get_subnets_to_emit_to
 */
export const getSubnetsToEmitTo = (ctx: f.Context, netuids: readonly NetUid[]): NetUid[] =>
  netuids.filter(
    (netuid) =>
      netuid !== ROOT &&
      FirstEmissionBlockNumber.has(ctx, netuid) &&
      SubtokenEnabled.get(ctx, netuid) &&
      NetworkRegistrationAllowed.get(ctx, netuid),
  )

/** What decides a subnet's share. */
export interface ShareInput {
  readonly netuid: NetUid
  /** Moving average of the price. */
  readonly price: f.U64F64
  /** Part of the last incentives that the owner's own miners got, and nobody was paid. */
  readonly minerBurned: f.U96F32
  readonly emissionEnabled: boolean
}

const sum = (parts: readonly f.U64F64[]): f.U64F64 =>
  parts.reduce<f.U64F64>((total, part) => U64F64.add(total, part), U64F64.ZERO)

/**
 * Shares by average price, less what was withheld from the owner's miners; plain price shares when nothing is left.
 *
 * shape   subnets[n] -> U64F64[n]
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/subnet_emissions.rs get_shares
 */
export function shares(subnets: readonly ShareInput[]): f.U64F64[] {
  const prices = sum(subnets.map(({ price }) => price))
  const byPrice = subnets.map(({ price }) => U64F64.safeDiv(price, prices))
  const weighted = subnets.map(({ minerBurned }, i) => {
    const burned = U64F64.from(U96F32, minerBurned)
    const kept = U64F64.sub(U64F64.ONE, burned < U64F64.ONE ? burned : U64F64.ONE)
    return U64F64.mul(byPrice[i]!, kept)
  })
  const total = sum(weighted)
  return total > 0n ? weighted.map((weight) => U64F64.safeDiv(weight, total)) : byPrice
}

/**
 * TAO of each subnet; one whose emission is off gets 0, and the others share it out.
 *
 * shape   subnets[n] -> U96F32[n]
 * units   rao; no division takes place while all are on
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/subnet_emissions.rs get_subnet_block_emissions
 */
export function emissions(subnets: readonly ShareInput[], blockEmission: Tao): f.U96F32[] {
  const all = shares(subnets)
  const enabled = sum(all.filter((_, i) => subnets[i]!.emissionEnabled))
  const someOff = subnets.some(({ emissionEnabled }) => !emissionEnabled)
  const block = U64F64.from(U96F32, U96F32.fromInt(blockEmission))
  return all.map((share, i) => {
    const isOff = !subnets[i]!.emissionEnabled
    const part = !someOff ? share : isOff ? U64F64.ZERO : U64F64.safeDiv(share, enabled)
    return U96F32.from(U64F64, U64F64.mul(block, part))
  })
}

const readShareInput = (ctx: f.Context, netuid: NetUid): ShareInput => ({
  netuid,
  price: getMovingAlphaPrice(ctx, netuid),
  minerBurned: MinerBurned.get(ctx, netuid),
  emissionEnabled: SubnetEmissionEnabled.get(ctx, netuid),
})

/** Inputs of the shares, in ascending order of netuids. */
const readShareInputs = (ctx: f.Context, netuids: readonly NetUid[]): ShareInput[] =>
  [...netuids].sort((a, b) => a - b).map((netuid) => readShareInput(ctx, netuid))

/** Shares of subnets as they are now, in ascending order of netuids. */
export function readShares(
  ctx: f.Context,
  netuids: readonly NetUid[],
): (readonly [netuid: NetUid, share: f.U64F64])[] {
  const inputs = readShareInputs(ctx, netuids)
  return shares(inputs).map((share, i) => [inputs[i]!.netuid, share])
}

/** TAO emission of subnets in ascending order of netuids, U96F32 of rao. */
export type SubnetEmissions = readonly (readonly [netuid: NetUid, tao: f.U96F32])[]

/** TAO that a block emits to subnets. `source` coinbase/subnet_emissions.rs get_subnet_block_emissions */
export function getSubnetBlockEmissions(
  ctx: f.Context,
  netuids: readonly NetUid[],
  blockEmission: Tao,
): SubnetEmissions {
  const inputs = readShareInputs(ctx, netuids)
  const amounts = emissions(inputs, blockEmission)
  return inputs.map(({ netuid }, i) => [netuid, amounts[i]!])
}

/**
 * Whether root dividends are paid: the average prices of all emitting subnets exceed 1 together.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs get_network_root_sell_flag
 */
export function getNetworkRootSellFlag(ctx: f.Context, netuids: readonly NetUid[]): boolean {
  let total: f.U64F64 = U64F64.ZERO
  for (const netuid of netuids) total = U64F64.wrappingAdd(total, getMovingAlphaPrice(ctx, netuid))
  return total > U64F64.ONE
}
