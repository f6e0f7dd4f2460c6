/** Sections of `misc.json` about prices: registration, subnets, moving averages, shares of the emission. */
import { decayFactorQ32, mulByQ32, powQ32, type U64F64 } from '@taonet/frame'
import {
  emissions,
  type ShareInput,
  shares,
} from '../../../src/pallets/subtensor/coinbase/emission-shares.ts'
import { updateMovingPrice } from '../../../src/pallets/subtensor/pools/prices.ts'
import {
  bumpRegistrationPriceAfterRegistration,
  updateRegistrationPricesForNetworks,
} from '../../../src/pallets/subtensor/registration/burn-price.ts'
import * as s from '../../../src/pallets/subtensor/storage.ts'
import { initNewNetwork } from '../../../src/pallets/subtensor/subnets/init-network.ts'
import { lockCost } from '../../../src/pallets/subtensor/subnets/lock-cost.ts'
import type { Check } from '../checks.ts'
import { checkRow, checkRows, checkTuples, emptyState, text } from './rows.ts'

const NETUID = 1

export interface PriceVectors {
  readonly burn_decay_factor: {
    readonly cases: readonly {
      half_life: number
      factor_q32: string
      value_to_decayed: readonly (readonly [string, string])[]
    }[]
    readonly pow_q32: readonly (readonly [base: string, exponent: number, power: string])[]
  }
  readonly burn_series: {
    readonly new_network_defaults: object
    readonly cases: readonly BurnSeries[]
  }
  readonly network_lock_cost: readonly {
    last_lock: string
    last_lock_block: string
    block: string
    interval: string
    min_lock: string
    cost: string
  }[]
  readonly moving_price_update: readonly {
    tao: string
    alpha: string
    first_emission_block: string
    block: string
    halving_blocks: string
    moving_alpha_i96f32_bits: string
    before_bits: string
    after_bits: string
  }[]
  readonly subnet_emission_shares: readonly {
    block_emission: string
    subnets: readonly SharedSubnet[]
    shares_u64f64_bits: readonly (readonly [number, string])[]
    emissions_u96f32_bits: readonly (readonly [number, string])[]
  }[]
}

interface BurnSeries {
  readonly half_life: number
  readonly increase_mult_u64f64_bits: string
  readonly min_burn: string
  readonly max_burn: string
  readonly start_burn: string
  readonly block_decayed_regs_after: readonly (readonly [
    block: number,
    decayed: string,
    registrations: number,
    after: string,
  ])[]
}

interface SharedSubnet {
  readonly netuid: number
  readonly moving_price_capped_u64f64_bits: string
  readonly miner_burned_u96f32_bits: string
  readonly emission_enabled: boolean
}

function* burnDecay({ cases, pow_q32 }: PriceVectors['burn_decay_factor']): Generator<Check> {
  yield* checkRows('burn_decay_factor', cases, ({ half_life, value_to_decayed }) => {
    const factor = decayFactorQ32(half_life)
    return {
      factor_q32: `${factor}`,
      value_to_decayed: value_to_decayed.map(([v]) => [v, `${mulByQ32(BigInt(v), factor)}`]),
    }
  })
  yield* checkTuples('pow_q32', pow_q32, ([base, exponent]) => [
    `${powQ32(BigInt(base), exponent)}`,
  ])
}

function burnRows(series: BurnSeries): BurnSeries['block_decayed_regs_after'] {
  const ctx = emptyState()
  s.NetworksAdded.set(ctx, NETUID, true)
  s.BurnHalfLife.set(ctx, NETUID, series.half_life)
  s.BurnIncreaseMult.set(ctx, NETUID, BigInt(series.increase_mult_u64f64_bits) as U64F64)
  s.MinBurn.set(ctx, NETUID, BigInt(series.min_burn))
  s.MaxBurn.set(ctx, NETUID, BigInt(series.max_burn))
  s.Burn.set(ctx, NETUID, BigInt(series.start_burn))
  return series.block_decayed_regs_after.map(([block, , registrations]) => {
    ctx.block = block
    updateRegistrationPricesForNetworks(ctx)
    const decayed = s.Burn.get(ctx, NETUID)
    for (let i = 0; i < registrations; i++) bumpRegistrationPriceAfterRegistration(ctx, NETUID)
    return [block, `${decayed}`, registrations, `${s.Burn.get(ctx, NETUID)}`] as const
  })
}

function newNetworkDefaults(): object {
  const ctx = emptyState(1)
  initNewNetwork(ctx, NETUID)
  const multiplier = s.BurnIncreaseMult.get(ctx, NETUID)
  return {
    burn: `${s.Burn.get(ctx, NETUID)}`,
    min_burn: `${s.MinBurn.get(ctx, NETUID)}`,
    max_burn: `${s.MaxBurn.get(ctx, NETUID)}`,
    half_life: s.BurnHalfLife.get(ctx, NETUID),
    increase_mult: { type: 'U64F64', bits: `${multiplier}`, dec: '1.2600000000000000089' },
  }
}

function movedPrice(row: PriceVectors['moving_price_update'][number]): object {
  const ctx = emptyState(row.block)
  s.SubnetMechanism.set(ctx, NETUID, 1)
  s.SubnetTAO.set(ctx, NETUID, BigInt(row.tao))
  s.SubnetAlphaIn.set(ctx, NETUID, BigInt(row.alpha))
  s.FirstEmissionBlockNumber.set(ctx, NETUID, BigInt(row.first_emission_block))
  s.EMAPriceHalvingBlocks.set(ctx, NETUID, BigInt(row.halving_blocks))
  s.SubnetMovingAlpha.set(ctx, BigInt(row.moving_alpha_i96f32_bits))
  s.SubnetMovingPrice.set(ctx, NETUID, BigInt(row.before_bits))
  updateMovingPrice(ctx, NETUID)
  return { after_bits: `${s.SubnetMovingPrice.get(ctx, NETUID)}` }
}

const shareInput = (subnet: SharedSubnet): ShareInput => ({
  netuid: subnet.netuid,
  price: BigInt(subnet.moving_price_capped_u64f64_bits),
  minerBurned: BigInt(subnet.miner_burned_u96f32_bits),
  emissionEnabled: subnet.emission_enabled,
})

export function* priceChecks(vectors: PriceVectors): Generator<Check> {
  yield* burnDecay(vectors.burn_decay_factor)
  const { cases, new_network_defaults } = vectors.burn_series
  yield checkRow('new_network_defaults', new_network_defaults, newNetworkDefaults)
  yield* checkRows('burn_series', cases, (series) => ({
    block_decayed_regs_after: burnRows(series),
  }))
  yield* checkRows('network_lock_cost', vectors.network_lock_cost, (row) => ({
    cost: text(
      lockCost({
        lastLock: BigInt(row.last_lock),
        lastLockBlock: BigInt(row.last_lock_block),
        block: BigInt(row.block),
        interval: BigInt(row.interval),
        minLock: BigInt(row.min_lock),
      }),
    ),
  }))
  yield* checkRows('moving_price_update', vectors.moving_price_update, movedPrice)
  yield* checkRows('subnet_emission_shares', vectors.subnet_emission_shares, (row) => {
    const inputs = row.subnets.map(shareInput)
    const label = (value: bigint, i: number) => [inputs[i]!.netuid, `${value}`]
    return {
      shares_u64f64_bits: shares(inputs).map(label),
      emissions_u96f32_bits: emissions(inputs, BigInt(row.block_emission)).map(label),
    }
  })
}
