/** Sections of `misc.json` about subnets: accounts, symbols, who has to go, how often owners may act. */
import * as f from '@taonet/frame'
import { getMedianSubnetAlphaPrice } from '../../../src/pallets/subtensor/pools/prices.ts'
import {
  getImmuneOwnerUids,
  getNeuronToPrune,
} from '../../../src/pallets/subtensor/registration/prune.ts'
import * as s from '../../../src/pallets/subtensor/storage.ts'
import {
  getBurnAccountId,
  getSubnetAccountId,
} from '../../../src/pallets/subtensor/subnets/account.ts'
import { getNetworkToPrune } from '../../../src/pallets/subtensor/subnets/prune-network.ts'
import * as limits from '../../../src/pallets/subtensor/subnets/rate-limits.ts'
import {
  getNameForSubnet,
  getSymbolForSubnet,
} from '../../../src/pallets/subtensor/subnets/symbols.ts'
import type { Check } from '../checks.ts'
import { checkRow, checkRows, checkTuples, emptyState } from './rows.ts'

const NETUID = 1
const OWNER: f.AccountId = `0x${'0e'.repeat(32)}`

interface PrunedNetworks {
  readonly block: string
  readonly immunity: string
  readonly subnets: readonly { netuid: number; registered_at: string; moving_price_bits: string }[]
}

interface PrunedNeurons {
  readonly block: string
  readonly immunity_period: number
  readonly min_non_immune: number
  readonly immune_owner_limit: number
  readonly subnet_owner_hotkey: f.AccountId | null
  readonly neurons: readonly {
    uid: number
    hotkey: f.AccountId
    registered: string
    owned_by_subnet_owner: boolean
    emission: string
  }[]
}

export interface SubnetVectors {
  readonly accounts: readonly { kind: string; netuid?: number }[]
  readonly network_to_prune: readonly PrunedNetworks[]
  readonly neuron_to_prune: readonly PrunedNeurons[]
  readonly subnet_symbols_netuid_bytes_utf8_name: readonly (readonly [
    netuid: number,
    bytes: string,
    utf8: string,
    name: string,
  ])[]
  readonly rate_limits_default: {
    readonly tempo_of_subnet_1: number
    readonly rows: readonly { type: string; global: string; on_subnet_tempo_100: string }[]
  }
}

function prunedNetwork(row: PrunedNetworks): object {
  const ctx = emptyState(row.block)
  s.NetworkImmunityPeriod.set(ctx, BigInt(row.immunity))
  for (const { netuid, registered_at, moving_price_bits } of row.subnets) {
    s.NetworksAdded.set(ctx, netuid, true)
    s.SubnetMechanism.set(ctx, netuid, 1)
    s.NetworkRegisteredAt.set(ctx, netuid, BigInt(registered_at))
    s.SubnetMovingPrice.set(ctx, netuid, BigInt(moving_price_bits))
  }
  return {
    prune: getNetworkToPrune(ctx) ?? null,
    median_price_bits: `${getMedianSubnetAlphaPrice(ctx)}`,
  }
}

function prunedNeuron(row: PrunedNeurons): object {
  const ctx = emptyState(row.block)
  s.ImmunityPeriod.set(ctx, NETUID, row.immunity_period)
  s.MinNonImmuneUids.set(ctx, NETUID, row.min_non_immune)
  s.ImmuneOwnerUidsLimit.set(ctx, NETUID, row.immune_owner_limit)
  s.SubnetOwner.set(ctx, NETUID, OWNER)
  if (row.subnet_owner_hotkey !== null)
    s.SubnetOwnerHotkey.set(ctx, NETUID, row.subnet_owner_hotkey)
  s.SubnetworkN.set(ctx, NETUID, row.neurons.length)
  s.Emission.set(
    ctx,
    NETUID,
    row.neurons.map(({ emission }) => BigInt(emission)),
  )
  const owned = row.neurons.filter((neuron) => neuron.owned_by_subnet_owner)
  s.OwnedHotkeys.set(
    ctx,
    OWNER,
    owned.map(({ hotkey }) => hotkey),
  )
  for (const { uid, hotkey, registered } of row.neurons) {
    s.Keys.set(ctx, NETUID, uid, hotkey)
    s.Uids.set(ctx, NETUID, hotkey, uid)
    s.BlockAtRegistration.set(ctx, NETUID, uid, BigInt(registered))
  }
  return {
    immune_owner_uids: getImmuneOwnerUids(ctx, NETUID, OWNER),
    prune_uid: getNeuronToPrune(ctx, NETUID) ?? null,
  }
}

const RATE_LIMITS: Record<string, limits.RateLimit> = {
  SetChildren: limits.SetChildren,
  SetChildkeyTake: limits.SetChildkeyTake,
  RegisterNetwork: limits.RegisterNetwork,
  SetWeightsVersionKey: limits.SetWeightsVersionKey,
  SetSNOwnerHotkey: limits.SetSNOwnerHotkey,
  'OwnerHyperparamUpdate(Kappa)': limits.ownerHyperparameter('Kappa'),
  MechanismCountUpdate: limits.MechanismCountUpdate,
  MechanismEmission: limits.MechanismEmission,
  MaxUidsTrimming: limits.MaxUidsTrimming,
  AddStakeBurn: limits.AddStakeBurn,
  TempoUpdate: limits.TempoUpdate,
}

type AccountOf = (ctx: f.Context, netuid: number) => f.AccountId | undefined

/** Accounts that are SubtensorModule's. */
const ACCOUNTS: Record<string, AccountOf> = {
  subnet_account: (ctx, netuid) => {
    s.NetworksAdded.set(ctx, netuid, true)
    return getSubnetAccountId(ctx, netuid)
  },
  'PalletId(burntnsr)': getBurnAccountId,
}

export function* subnetChecks(vectors: SubnetVectors): Generator<Check> {
  for (const [at, row] of vectors.accounts.entries()) {
    const accountOf = ACCOUNTS[row.kind]
    if (accountOf !== undefined)
      yield checkRow(`accounts[${at}] ${row.kind}`, row, () => ({
        account: accountOf(emptyState(), row.netuid ?? 0),
      }))
  }
  yield* checkRows('network_to_prune', vectors.network_to_prune, prunedNetwork)
  yield* checkRows('neuron_to_prune', vectors.neuron_to_prune, prunedNeuron)
  yield* checkTuples(
    'subnet_symbols',
    vectors.subnet_symbols_netuid_bytes_utf8_name,
    ([netuid]) => {
      const symbol = getSymbolForSubnet(netuid)
      const decoder = new TextDecoder()
      const name = decoder.decode(getNameForSubnet(emptyState(), netuid))
      return [f.toHex(symbol), decoder.decode(symbol), name]
    },
  )
  const { tempo_of_subnet_1, rows } = vectors.rate_limits_default
  yield* checkRows('rate_limits_default', rows, ({ type }) => {
    const ctx = emptyState()
    s.Tempo.set(ctx, NETUID, tempo_of_subnet_1)
    return { on_subnet_tempo_100: `${RATE_LIMITS[type]!.blocks(ctx, NETUID)}` }
  })
}
