/** Forgetting a subnet. */
import type * as f from '@taonet/frame'
import { satU16 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { SubnetIdentityRemoved } from '../events.ts'
import { destroyLockMaps } from '../locks/destroy.ts'
import * as storage from '../storage.ts'
import { forgetTarget } from '../weights/forget-target.ts'
import { ROOT } from './exists.ts'
import { mechanismIndices } from './mechanisms.ts'

/** Items with one row for each subnet that go. What is not here stays for a later subnet of the same number. */
const PER_SUBNET = [
  storage.SubnetOwner,
  storage.SubnetworkN,
  storage.NetworksAdded,
  storage.NetworkRegisteredAt,
  storage.Active,
  storage.Emission,
  storage.Consensus,
  storage.Dividends,
  storage.ValidatorPermit,
  storage.ValidatorTrust,
  storage.Tempo,
  storage.Kappa,
  storage.Difficulty,
  storage.MaxAllowedUids,
  storage.ImmunityPeriod,
  storage.ActivityCutoff,
  storage.ActivityCutoffFactorMilli,
  storage.LastEpochBlock,
  storage.PendingEpochAt,
  storage.SubnetEpochIndex,
  storage.MinAllowedWeights,
  storage.RegistrationsThisInterval,
  storage.POWRegistrationsThisInterval,
  storage.BurnRegistrationsThisInterval,
  storage.SubnetAlphaInEmission,
  storage.SubnetAlphaOutEmission,
  storage.SubnetTaoInEmission,
  storage.SubnetVolume,
  storage.SubnetMovingPrice,
  storage.SubnetTaoFlow,
  storage.SubnetEmaTaoFlow,
  storage.SubnetProtocolFlow,
  storage.SubnetEmaProtocolFlow,
  storage.SubnetExcessTao,
  storage.SubnetRootSellTao,
  storage.TokenSymbol,
  storage.SubnetMechanism,
  storage.SubnetOwnerHotkey,
  storage.NetworkRegistrationAllowed,
  storage.NetworkPowRegistrationAllowed,
  storage.TransferToggle,
  storage.SubnetLocked,
  storage.LargestLocked,
  storage.FirstEmissionBlockNumber,
  storage.PendingValidatorEmission,
  storage.PendingServerEmission,
  storage.PendingRootAlphaDivs,
  storage.PendingOwnerCut,
  storage.MinerBurned,
  storage.BlocksSinceLastStep,
  storage.LastMechansimStepBlock,
  storage.LastAdjustmentBlock,
  storage.ServingRateLimit,
  storage.Rho,
  storage.AlphaSigmoidSteepness,
  storage.MaxAllowedValidators,
  storage.BondsMovingAverage,
  storage.BondsPenalty,
  storage.BondsResetOn,
  storage.WeightsSetRateLimit,
  storage.ValidatorPruneLen,
  storage.ScalingLawPower,
  storage.TargetRegistrationsPerInterval,
  storage.CommitRevealWeightsEnabled,
  storage.BurnHalfLife,
  storage.BurnIncreaseMult,
  storage.Burn,
  storage.MinBurn,
  storage.MaxBurn,
  storage.MinDifficulty,
  storage.MaxDifficulty,
  storage.RegistrationsThisBlock,
  storage.EMAPriceHalvingBlocks,
  storage.RAORecycledForRegistration,
  storage.MaxRegistrationsPerBlock,
  storage.WeightsVersionKey,
  storage.LiquidAlphaOn,
  storage.Yuma3On,
  storage.AlphaValues,
  storage.SubtokenEnabled,
  storage.OwnerCutAutoLockEnabled,
  storage.ImmuneOwnerUidsLimit,
  storage.StakeWeight,
  storage.LoadedEmission,
  storage.RevealPeriodEpochs,
  storage.MechanismCountCurrent,
  storage.MechanismEmissionSplit,
] as const

/** Items whose rows begin with the subnet. */
const BY_SUBNET = [
  storage.Uids,
  storage.Keys,
  storage.BlockAtRegistration,
  storage.Axons,
  storage.NeuronCertificates,
  storage.Prometheus,
  storage.AlphaDividendsPerSubnet,
  storage.PendingChildKeys,
  storage.AssociatedEvmAddress,
  storage.LastHotkeySwapOnNetuid,
] as const

/** Items whose rows begin with a mechanism of the subnet. */
const BY_MECHANISM = [
  storage.WeightCommits,
  storage.TimelockedWeightCommits,
  storage.CRV3WeightCommits,
  storage.CRV3WeightCommitsV2,
  storage.Bonds,
  storage.Weights,
] as const

/** Items whose rows begin with a hotkey. */
const BY_HOTKEY = [
  storage.ChildkeyTake,
  storage.ChildKeys,
  storage.ParentKeys,
  storage.LastHotkeyEmissionOnNetuid,
  storage.TotalHotkeyAlphaLastEpoch,
] as const

/**
 * Removes what a subnet has, but what its number hands on to a later one.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs remove_network
 * cost    O(accounts with relations) over the whole chain
 */
export function removeNetwork(ctx: f.Context, netuid: NetUid): void {
  storage.TotalNetworks.mutate(ctx, (total) => satU16.sub(total, 1))
  for (const hotkey of storage.Keys.values(ctx, netuid))
    storage.IsNetworkMember.remove(ctx, hotkey, netuid)
  forgetTarget(ctx, ROOT, netuid)
  for (const index of mechanismIndices(ctx, netuid)) {
    storage.LastUpdate.remove(ctx, index)
    storage.Incentive.remove(ctx, index)
    for (const item of BY_MECHANISM) item.clear(ctx, [index])
  }
  for (const item of BY_SUBNET) item.clear(ctx, [netuid])
  for (const item of PER_SUBNET) item.remove(ctx, netuid)
  if (storage.SubnetIdentitiesV3.has(ctx, netuid)) {
    storage.SubnetIdentitiesV3.remove(ctx, netuid)
    ctx.deposit(SubnetIdentityRemoved([netuid]))
  }
  for (const item of BY_HOTKEY)
    for (const [hotkey, on] of item.keysOf(ctx)) if (on === netuid) item.remove(ctx, hotkey, on)
  for (const [hotkey, on, tag] of storage.TransactionKeyLastBlock.keysOf(ctx))
    if (on === netuid) storage.TransactionKeyLastBlock.remove(ctx, hotkey, on, tag)
  forgetLease(ctx, netuid)
  destroyLockMaps(ctx, netuid)
}

function forgetLease(ctx: f.Context, netuid: NetUid): void {
  const lease = storage.SubnetUidToLeaseId.take(ctx, netuid)
  if (lease === undefined) return
  storage.SubnetLeases.remove(ctx, lease)
  storage.SubnetLeaseShares.clear(ctx, [lease])
  storage.AccumulatedLeaseDividends.remove(ctx, lease)
}
