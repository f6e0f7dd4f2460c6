/** Parameters that a subnet begins with. */
import type * as f from '@taonet/frame'
import { satU16, satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { InitialTempo } from '../constants.ts'
import * as storage from '../storage.ts'
import {
  setImmunityPeriod,
  setMaxAllowedUids,
  setMaxAllowedValidators,
  setMinAllowedWeights,
  setNetworkRegistrationAllowed,
} from './hyperparameters.ts'

const FIRST_BURN = 1_000_000_000n
const FIRST_MAX_UIDS = 256
const FIRST_MAX_VALIDATORS = 64
const FIRST_MIN_WEIGHTS = 1
const FIRST_IMMUNITY = 5000

/** Parameters that get a row even where they keep their default. */
const EXPLICIT: readonly f.Storage<readonly [NetUid], number, never>[] = [
  storage.Kappa,
  storage.ActivityCutoff,
  storage.RegistrationsThisInterval,
]

/**
 * Brings a subnet into being with the parameters of a new one. Others keep what a subnet of the same number left.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs init_new_network
 */
export function initNewNetwork(ctx: f.Context, netuid: NetUid): void {
  const tempo = InitialTempo.get(ctx)
  storage.SubnetworkN.set(ctx, netuid, 0)
  storage.NetworksAdded.set(ctx, netuid, true)
  storage.Tempo.set(ctx, netuid, tempo)
  // Subnets made at once do not all run their epochs in the same block.
  const stagger = BigInt(netuid % Math.max(tempo, 1))
  storage.LastEpochBlock.set(ctx, netuid, satU64.sub(currentBlock(ctx), stagger))
  storage.TotalNetworks.mutate(ctx, (total) => satU16.add(total, 1))
  setNetworkRegistrationAllowed(ctx, netuid, true)
  setMaxAllowedUids(ctx, netuid, FIRST_MAX_UIDS)
  setMaxAllowedValidators(ctx, netuid, FIRST_MAX_VALIDATORS)
  setMinAllowedWeights(ctx, netuid, FIRST_MIN_WEIGHTS)
  setImmunityPeriod(ctx, netuid, FIRST_IMMUNITY)
  storage.Yuma3On.set(ctx, netuid, true)
  storage.Burn.set(ctx, netuid, FIRST_BURN)
  storage.SubnetEmissionEnabled.set(ctx, netuid, true)
  for (const parameter of EXPLICIT) parameter.set(ctx, netuid, parameter.get(ctx, netuid))
}
