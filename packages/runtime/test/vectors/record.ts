/** What the vectors record after a block. Numbers are decimal strings. */
import * as f from '@taonet/frame'
import * as balances from '../../src/pallets/balances/inspect.ts'
import {
  getSubnetsToEmitTo,
  readShares,
} from '../../src/pallets/subtensor/coinbase/emission-shares.ts'
import { unpackPairs } from '../../src/pallets/subtensor/epoch/pair-row.ts'
import { getAlphaIssuance } from '../../src/pallets/subtensor/pools/alpha.ts'
import { getStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { getSubnetAccountId } from '../../src/pallets/subtensor/subnets/account.ts'
import { getAllSubnetNetuids } from '../../src/pallets/subtensor/subnets/exists.ts'
import { getNetworkLockCost } from '../../src/pallets/subtensor/subnets/lock-cost.ts'
import { SafeFloat } from '../../src/pallets/subtensor/types.ts'
import { currentAlphaPrice } from '../../src/pallets/swap/pool.ts'
import { FeeRate, SwapBalancer } from '../../src/pallets/swap/storage.ts'

/** One subnet's numbers. */
export type SubnetRecord = Readonly<Record<string, unknown>>
/** One subnet's results of an epoch. */
export type EpochRecord = Readonly<Record<string, unknown>> & { readonly netuid: number }
type StakeRecord = readonly [netuid: number, hotkey: string, coldkey: string, alpha: string]

export interface BlockRecord {
  readonly total_issuance: string
  readonly balances_total_issuance: string
  readonly total_stake: string
  readonly block_emission: string
  readonly network_lock_cost: string
  readonly root_tao: string
  readonly subnets: readonly SubnetRecord[]
  readonly balances: readonly (readonly [account: string, free: string])[]
  readonly epochs: readonly EpochRecord[]
  readonly shares_next_u64f64_bits: readonly (readonly [netuid: number, bits: string])[]
  readonly stakes?: readonly StakeRecord[]
}

const text = (values: readonly bigint[]) => values.map(String)

export function subnetRecord(ctx: f.Context, netuid: number): SubnetRecord {
  const ema = (value: readonly [bigint, bigint] | undefined) =>
    value === undefined ? null : value.map(String)
  const account = getSubnetAccountId(ctx, netuid)
  return {
    netuid,
    tao_in_emission: `${s.SubnetTaoInEmission.get(ctx, netuid)}`,
    alpha_in_emission: `${s.SubnetAlphaInEmission.get(ctx, netuid)}`,
    alpha_out_emission: `${s.SubnetAlphaOutEmission.get(ctx, netuid)}`,
    excess_tao: `${s.SubnetExcessTao.get(ctx, netuid)}`,
    root_sell_tao: `${s.SubnetRootSellTao.get(ctx, netuid)}`,
    tao: `${s.SubnetTAO.get(ctx, netuid)}`,
    alpha_in: `${s.SubnetAlphaIn.get(ctx, netuid)}`,
    alpha_out: `${s.SubnetAlphaOut.get(ctx, netuid)}`,
    protocol_alpha: `${s.SubnetProtocolAlpha.get(ctx, netuid)}`,
    alpha_issuance: `${getAlphaIssuance(ctx, netuid)}`,
    volume: `${s.SubnetVolume.get(ctx, netuid)}`,
    price_u64f64_bits: `${currentAlphaPrice(ctx, netuid)}`,
    quote_weight: `${SwapBalancer.get(ctx, netuid).quote}`,
    fee_rate: FeeRate.get(ctx, netuid),
    moving_price_i96f32_bits: `${s.SubnetMovingPrice.get(ctx, netuid)}`,
    root_prop_u96f32_bits: `${s.RootProp.get(ctx, netuid)}`,
    tao_flow: `${s.SubnetTaoFlow.get(ctx, netuid)}`,
    ema_tao_flow: ema(s.SubnetEmaTaoFlow.get(ctx, netuid)),
    protocol_flow: `${s.SubnetProtocolFlow.get(ctx, netuid)}`,
    ema_protocol_flow: ema(s.SubnetEmaProtocolFlow.get(ctx, netuid)),
    pending_server: `${s.PendingServerEmission.get(ctx, netuid)}`,
    pending_validator: `${s.PendingValidatorEmission.get(ctx, netuid)}`,
    pending_root_alpha: `${s.PendingRootAlphaDivs.get(ctx, netuid)}`,
    pending_owner_cut: `${s.PendingOwnerCut.get(ctx, netuid)}`,
    miner_burned_u96f32_bits: `${s.MinerBurned.get(ctx, netuid)}`,
    emission_enabled: s.SubnetEmissionEnabled.get(ctx, netuid),
    burn: `${s.Burn.get(ctx, netuid)}`,
    last_epoch_block: `${s.LastEpochBlock.get(ctx, netuid)}`,
    blocks_since_last_step: `${s.BlocksSinceLastStep.get(ctx, netuid)}`,
    subnet_account_balance: `${account === undefined ? 0n : balances.freeBalance(ctx, account)}`,
  }
}

/** Every position with a share, in order of the rows. */
export const stakeRecords = (ctx: f.Context): StakeRecord[] =>
  s.AlphaV2.keysOf(ctx)
    .map(
      ([hotkey, coldkey, netuid]): StakeRecord => [
        netuid,
        hotkey,
        coldkey,
        `${getStake(ctx, { hotkey, coldkey, netuid })}`,
      ],
    )
    .sort(compareStakes)

const compareStakes = (a: StakeRecord, b: StakeRecord) =>
  a[0] - b[0] || (a[1] + a[2] < b[1] + b[2] ? -1 : 1)

const hotkeyTotals = (ctx: f.Context) =>
  s.TotalHotkeyAlpha.entries(ctx)
    .map(([[hotkey, netuid], alpha]) => {
      const shares = f.toHex(SafeFloat.encode(s.TotalHotkeySharesV2.get(ctx, hotkey, netuid)))
      return [netuid, hotkey, `${alpha}`, shares] as const
    })
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1))

/** Results of a subnet's epoch. */
export function epochRecord(ctx: f.Context, netuid: number): EpochRecord {
  const n = s.SubnetworkN.get(ctx, netuid)
  const uids = Array.from({ length: n }, (_, uid) => uid)
  const amounts = (rows: readonly (readonly [readonly [number, string], bigint])[]) =>
    rows.map(([[, hotkey], alpha]) => [hotkey, `${alpha}`])
  return {
    netuid,
    n,
    hotkeys: uids.map((uid) => s.Keys.get(ctx, netuid, uid)),
    active: s.Active.get(ctx, netuid),
    consensus: s.Consensus.get(ctx, netuid),
    incentive: s.Incentive.get(ctx, netuid),
    dividends: s.Dividends.get(ctx, netuid),
    validator_trust: s.ValidatorTrust.get(ctx, netuid),
    validator_permit: s.ValidatorPermit.get(ctx, netuid),
    emission: text(s.Emission.get(ctx, netuid)),
    weights: uids.map((uid) => unpackPairs(s.Weights.get(ctx, netuid, uid))),
    bonds: uids.map((uid) => unpackPairs(s.Bonds.get(ctx, netuid, uid))),
    last_update: text(s.LastUpdate.get(ctx, netuid)),
    alpha_dividends_per_subnet: amounts(s.AlphaDividendsPerSubnet.entries(ctx, netuid)),
    root_alpha_dividends_per_subnet: amounts(s.RootAlphaDividendsPerSubnet.entries(ctx, netuid)),
    root_claimable: s.RootClaimable.entries(ctx).map(([[hotkey], rates]) => [
      hotkey,
      [...rates].sort(([a], [b]) => a - b).map(([subnet, rate]) => [subnet, `${rate}`]),
    ]),
    hotkey_totals: hotkeyTotals(ctx),
    stakes: stakeRecords(ctx),
  }
}

/**
 * The record of a block; balances and epochs of those whom the expected one lists.
 *
 * Asking for the price of a subnet writes `BlockEmission`, as it did when the vectors were recorded.
 */
export function recordOf(ctx: f.Context, expected: BlockRecord): BlockRecord {
  const netuids = getAllSubnetNetuids(ctx)
  return {
    total_issuance: `${s.TotalIssuance.get(ctx)}`,
    balances_total_issuance: `${balances.totalIssuance(ctx)}`,
    total_stake: `${s.TotalStake.get(ctx)}`,
    block_emission: `${s.BlockEmission.get(ctx)}`,
    network_lock_cost: `${getNetworkLockCost(ctx)}`,
    root_tao: `${s.SubnetTAO.get(ctx, 0)}`,
    subnets: netuids.map((netuid) => subnetRecord(ctx, netuid)),
    balances: expected.balances.map(([account]) => [
      account,
      `${balances.freeBalance(ctx, account)}`,
    ]),
    epochs: expected.epochs.map(({ netuid }) => epochRecord(ctx, netuid)),
    shares_next_u64f64_bits: readShares(ctx, getSubnetsToEmitTo(ctx, netuids)).map(
      ([netuid, share]) => [netuid, `${share}`] as const,
    ),
    ...(expected.stakes && { stakes: stakeRecords(ctx) }),
  }
}
