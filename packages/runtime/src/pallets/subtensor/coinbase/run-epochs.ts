/** Running a subnet's epoch: reads, mechanism by mechanism, and what they leave in storage. */
import type * as f from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import { runEpoch } from '../epoch/kernel.ts'
import {
  aggregateTerms,
  mechanismStorageIndex,
  mechanismWeight,
  splitEmissions,
} from '../epoch/mechanisms.ts'
import {
  type EpochTerms,
  epochTerms,
  type HotkeyEmission,
  hotkeyEmissions,
  mechanismStorage,
  subnetStorage,
} from '../epoch/terms.ts'
import { IncentiveAlphaEmittedToMiners } from '../events.ts'
import { updateVotingPower } from '../staking/voting-power.ts'
import {
  Active,
  Bonds,
  Consensus,
  Dividends,
  Emission,
  Incentive,
  MechanismCountCurrent,
  MechanismEmissionSplit,
  StakeWeight,
  ValidatorPermit,
  ValidatorTrust,
} from '../storage.ts'
import { readEpochInput, readUidKeys, type UidKeys } from './epoch-input.ts'

/** Writes a mechanism's results. `source` epoch/run_epoch.rs persist_mechanism_epoch_terms */
function persistMechanism(ctx: f.Context, index: number, terms: readonly EpochTerms[]): void {
  const results = mechanismStorage(terms)
  Incentive.set(ctx, index, [...results.Incentive])
  ctx.deposit(IncentiveAlphaEmittedToMiners({ netuid: index, emissions: [...results.emissions] }))
  for (const [uid, row] of results.Bonds.entries()) Bonds.set(ctx, index, uid, row)
}

/** Writes the joined results. `source` epoch/run_epoch.rs persist_netuid_epoch_terms */
function persistSubnet(ctx: f.Context, netuid: NetUid, terms: readonly EpochTerms[]): void {
  const results = subnetStorage(terms)
  Active.set(ctx, netuid, [...results.Active])
  Emission.set(ctx, netuid, [...results.Emission])
  Consensus.set(ctx, netuid, [...results.Consensus])
  Dividends.set(ctx, netuid, [...results.Dividends])
  ValidatorTrust.set(ctx, netuid, [...results.ValidatorTrust])
  ValidatorPermit.set(ctx, netuid, [...results.ValidatorPermit])
  StakeWeight.set(ctx, netuid, [...results.StakeWeight])
}

function runMechanism(
  ctx: f.Context,
  netuid: NetUid,
  { mecid, keys, emission }: { mecid: number; keys: UidKeys; emission: Alpha },
): EpochTerms[] {
  const index = mechanismStorageIndex(netuid, mecid)
  const terms = epochTerms(keys, runEpoch(readEpochInput(ctx, { netuid, index, keys, emission })))
  persistMechanism(ctx, index, terms)
  return terms
}

/**
 * Runs the epoch of every mechanism of a subnet on its part of the emission; gives what each hotkey gets.
 *
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/subnets/mechanism.rs epoch_with_mechanisms
 */
export function runEpochs(ctx: f.Context, netuid: NetUid, emission: Alpha): HotkeyEmission[] {
  const count = MechanismCountCurrent.get(ctx, netuid)
  const parts = splitEmissions(emission, count, MechanismEmissionSplit.get(ctx, netuid))
  const keys = readUidKeys(ctx, netuid)
  const mechanisms = parts.map((part, mecid) => ({
    terms: runMechanism(ctx, netuid, { mecid, keys, emission: part }),
    weight: mechanismWeight(part, emission, mecid),
  }))
  const joined = aggregateTerms(mechanisms)
  persistSubnet(ctx, netuid, joined)
  updateVotingPower(ctx, netuid, joined)
  return hotkeyEmissions(joined)
}
