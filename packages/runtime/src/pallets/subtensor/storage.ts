/** Storage of SubtensorModule, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { NetuidMap, netuidMap } from '../../common/netuid-map.ts'
import { NetUid } from '../../common/units.ts'
import { DefaultNetworkRateLimit, InitialPendingChildKeyCooldown } from './build-limits.ts'
import {
  InitialColdkeySwapAnnouncementDelay as InitialColdkeySwapAnnouncementDelayCodec,
  InitialColdkeySwapReannouncementDelay as InitialColdkeySwapReannouncementDelayCodec,
  InitialMaxEpochsPerBlock as InitialMaxEpochsPerBlockCodec,
  InitialTempo as InitialTempoCodec,
  InitialTxChildKeyTakeRateLimit as InitialTxChildKeyTakeRateLimitCodec,
} from './constants.ts'
import { pairRow } from './epoch/pair-row.ts'
import {
  AxonInfo,
  ChainIdentityV2,
  LockState,
  NeuronCertificate,
  PrometheusInfo,
  RateLimitKey,
  RecycleOrBurnEnum,
  RootClaimTypeEnum,
  SafeFloat,
  SubnetIdentityV3,
  SubnetLease,
} from './types.ts'

const EMPTY_ROW = new Uint16Array(0)

export const MinActivityCutoff = f.value(f.u16, 360)

export const AdminFreezeWindow = f.value(f.u16, 10)

export const OwnerHyperparamRateLimit = f.value(f.u16, 2)

export const DissolveNetworkScheduleDuration = f.value(f.u32, 36_000)

/** By netuid, coldkey. */
export const LastHotkeySwapOnNetuid = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  f.u64,
  0n,
)

export const NextStakeJobId = f.value(f.u64, 0n)

export const TaoWeight = f.value(f.u64, 971_718_665_099_567_868n)

export const CKBurn = f.value(f.u64, 0n)

export const MaxDelegateTake = f.value(f.u16, 11_796)

export const MinDelegateTake = f.value(f.u16, 0)

export const MaxChildkeyTake = f.value(f.u16, 11_796)

export const MinChildkeyTake = f.value(f.u16, 0)

/** By netuid. */
export const MinChildkeyTakePerSubnet = f.map([f.identity(NetUid)], f.u16, 0)

/** By hot. */
export const Owner = f.map([f.blake2_128_concat(f.AccountId)], f.AccountId, f.ZERO_H256)

/** By coldkey. */
export const AccountFlags = f.map([f.blake2_128_concat(f.AccountId)], f.u128, 0n)

/** By hot. */
export const Delegates = f.map([f.blake2_128_concat(f.AccountId)], f.u16, 11_796)

/** By hot, netuid. */
export const ChildkeyTake = f.map([f.blake2_128_concat(f.AccountId), f.identity(NetUid)], f.u16, 0)

/** By netuid, parent. */
export const PendingChildKeys = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  f.tuple(f.vec(f.tuple(f.u64, f.AccountId)), f.u64),
  [[], 0n],
)

/** By parent, netuid. */
export const ChildKeys = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.vec(f.tuple(f.u64, f.AccountId)),
  [],
)

/** By child, netuid. */
export const ParentKeys = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.vec(f.tuple(f.u64, f.AccountId)),
  [],
)

/** By netuid, hotkey. */
export const AlphaDividendsPerSubnet = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  f.u64,
  0n,
)

/** By netuid, hotkey. */
export const RootAlphaDividendsPerSubnet = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  f.u64,
  0n,
)

export const BlockEmission = f.value(f.u64, 1_000_000_000n)

/** By hot, netuid. */
export const LastHotkeyEmissionOnNetuid = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.u64,
  0n,
)

export const SubnetLimit = f.value(f.u16, 128)

export const TotalIssuance = f.value(f.u64, 0n)

export const TotalStake = f.value(f.u64, 0n)

export const SubnetMovingAlpha = f.value(f.I96F32Bits, 12_885n)

/** By netuid. */
export const SubnetMovingPrice = f.map([f.identity(NetUid)], f.I96F32Bits, 0n)

/** By netuid. */
export const RootProp = f.map([f.identity(NetUid)], f.U96F32Bits, 0n)

/** By netuid. */
export const SubnetVolume = f.map([f.identity(NetUid)], f.u128, 0n)

/** By netuid. */
export const SubnetTAO = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetAlphaInEmission = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetEmissionEnabled = f.map([f.identity(NetUid)], f.bool, true)

/** By netuid. */
export const SubnetAlphaOutEmission = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetTaoInEmission = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetExcessTao = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetRootSellTao = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetAlphaIn = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetAlphaOut = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetProtocolAlpha = f.map([f.identity(NetUid)], f.u64, 0n)

/** By cold. */
export const StakingHotkeys = f.map([f.blake2_128_concat(f.AccountId)], f.vec(f.AccountId), [])

/** By cold. */
export const OwnedHotkeys = f.map([f.blake2_128_concat(f.AccountId)], f.vec(f.AccountId), [])

/** By cold, netuid. */
export const AutoStakeDestination = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.AccountId,
  undefined,
)

/** By hot, netuid. */
export const AutoStakeDestinationColdkeys = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.vec(f.AccountId),
  [],
)

export const ColdkeySwapAnnouncementDelay = f.value(f.u32, InitialColdkeySwapAnnouncementDelayCodec)

export const ColdkeySwapReannouncementDelay = f.value(
  f.u32,
  InitialColdkeySwapReannouncementDelayCodec,
)

/** By coldkey. */
export const ColdkeySwapAnnouncements = f.map(
  [f.twox64_concat(f.AccountId)],
  f.tuple(f.u32, f.H256),
  undefined,
)

/** By coldkey. */
export const ColdkeySwapDisputes = f.map([f.twox64_concat(f.AccountId)], f.u32, undefined)

/** By hot, netuid. */
export const TotalHotkeyAlpha = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.u64,
  0n,
)

/** By hot, netuid. */
export const TotalHotkeyAlphaLastEpoch = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.u64,
  0n,
)

/** By hot, netuid. */
export const TotalHotkeyShares = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.U64F64Bits,
  0n,
)

/** By hot, cold, netuid. */
export const Alpha = f.map(
  [f.blake2_128_concat(f.AccountId), f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.U64F64Bits,
  0n,
)

/** By hot, netuid. */
export const TotalHotkeySharesV2 = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  SafeFloat,
  { mantissa: 0n, exponent: 0n },
)

/** By hot, cold, netuid. */
export const AlphaV2 = f.map(
  [f.blake2_128_concat(f.AccountId), f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  SafeFloat,
  { mantissa: 0n, exponent: 0n },
)

/** By coldkey, netuid, hotkey. */
export const Lock = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  LockState,
  undefined,
)

/** By netuid, hotkey, coldkey. */
export const LockingColdkeys = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId), f.blake2_128_concat(f.AccountId)],
  f.unit,
  undefined,
)

/** By netuid, hotkey. */
export const HotkeyLock = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  LockState,
  undefined,
)

/** By netuid, hotkey. */
export const DecayingHotkeyLock = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  LockState,
  undefined,
)

/** By netuid. */
export const OwnerLock = f.map([f.identity(NetUid)], LockState, undefined)

/** By netuid. */
export const DecayingOwnerLock = f.map([f.identity(NetUid)], LockState, undefined)

/** By coldkey, netuid. */
export const DecayingLock = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.bool,
  undefined,
)

/** By netuid. */
export const OwnerCutAutoLockEnabled = f.map([f.identity(NetUid)], f.bool, false)

export const MaturityRate = f.value(f.u64, 934_866n)

export const UnlockRate = f.value(f.u64, 934_866n)

export const AlphaMapLastKey = f.value(f.nullable(f.bytes), null)

export const AlphaV2MapLastKey = f.value(f.nullable(f.bytes), null)

/** By netuid. */
export const TokenSymbol = f.map([f.identity(NetUid)], f.bytes, f.fromHex('0xf09d9c8f'))

/** By netuid. */
export const SubnetTaoFlow = f.map([f.identity(NetUid)], f.i64, 0n)

/** By netuid. */
export const SubnetEmaTaoFlow = f.map([f.identity(NetUid)], f.tuple(f.u64, f.I64F64Bits), undefined)

export const NetTaoFlowEnabled = f.value(f.bool, true)

/** By netuid. */
export const SubnetProtocolFlow = f.map([f.identity(NetUid)], f.i64, 0n)

/** By netuid. */
export const SubnetEmaProtocolFlow = f.map(
  [f.identity(NetUid)],
  f.tuple(f.u64, f.I64F64Bits),
  undefined,
)

export const TaoFlowCutoff = f.value(f.I64F64Bits, 0n)

export const FlowNormExponent = f.value(f.U64F64Bits, 18_446_744_073_709_551_616n)

export const FlowEmaSmoothingFactor = f.value(f.u64, 29_597_889_189_277n)

/** By work. */
export const UsedWork = f.map([f.identity(f.bytes)], f.u64, 0n)

/** By netuid. */
export const MaxRegistrationsPerBlock = f.map([f.identity(NetUid)], f.u16, 1)

export const TotalNetworks = f.value(f.u16, 0)

export const NetworkImmunityPeriod = f.value(f.u64, 1_296_000n)

export const StartCallDelay = f.value(f.u64, 0n)

export const NetworkMinLockCost = f.value(f.u64, 1_000_000_000_000n)

export const NetworkLastLockCost = f.value(f.u64, 1_000_000_000_000n)

export const NetworkLockReductionInterval = f.value(f.u64, 100_800n)

export const SubnetOwnerCut = f.value(f.u16, 11_796)

/** By netuid. */
export const OwnerCutEnabled = f.map([f.identity(NetUid)], f.bool, true)

export const NetworkRateLimit = f.value(f.u64, DefaultNetworkRateLimit)

export const NominatorMinRequiredStake = f.value(f.u64, 0n)

export const WeightsVersionKeyRateLimit = f.value(f.u64, 5n)

/** By RateLimitKey. */
export const LastRateLimitedBlock = f.map([f.identity(RateLimitKey)], f.u64, 0n)

/** By netuid. */
export const TransferToggle = f.map([f.identity(NetUid)], f.bool, true)

/** By netuid. */
export const SubnetLocked = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const LargestLocked = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const Tempo = f.map([f.identity(NetUid)], f.u16, InitialTempoCodec)

/** By netuid. */
export const LastEpochBlock = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const PendingEpochAt = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetEpochIndex = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const ActivityCutoffFactorMilli = f.map([f.identity(NetUid)], f.u32, 13_889)

/** By netuid. */
export const FirstEmissionBlockNumber = f.map([f.identity(NetUid)], f.u64, undefined)

/** By netuid. */
export const SubnetMechanism = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const SubnetworkN = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const NetworksAdded = f.map([f.identity(NetUid)], f.bool, false)

/** By hotkey, netuid. */
export const IsNetworkMember = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid)],
  f.bool,
  false,
)

/** By netuid. */
export const NetworkRegistrationAllowed = f.map([f.identity(NetUid)], f.bool, true)

/** By netuid. */
export const NetworkPowRegistrationAllowed = f.map([f.identity(NetUid)], f.bool, true)

/** By netuid. */
export const NetworkRegisteredAt = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const RegisteredSubnetCounter = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const PendingServerEmission = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const PendingValidatorEmission = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const PendingRootAlphaDivs = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const PendingOwnerCut = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const MinerBurned = f.map([f.identity(NetUid)], f.U96F32Bits, 0n)

/** By netuid. */
export const BlocksSinceLastStep = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const LastMechansimStepBlock = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const SubnetOwner = f.map([f.identity(NetUid)], f.AccountId, f.ZERO_H256)

/** By netuid. */
export const SubnetOwnerHotkey = f.map([f.identity(NetUid)], f.AccountId, f.ZERO_H256)

/** By netuid. */
export const RecycleOrBurn = f.map([f.identity(NetUid)], RecycleOrBurnEnum, 'Burn')

/** By netuid. */
export const ServingRateLimit = f.map([f.identity(NetUid)], f.u64, 50n)

/** By netuid. */
export const Rho = f.map([f.identity(NetUid)], f.u16, 10)

/** By netuid. */
export const AlphaSigmoidSteepness = f.map([f.identity(NetUid)], f.i16, 1000)

/** By netuid. */
export const Kappa = f.map([f.identity(NetUid)], f.u16, 32_767)

/** By netuid. */
export const RegistrationsThisInterval = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const POWRegistrationsThisInterval = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const BurnRegistrationsThisInterval = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const MinAllowedUids = f.map([f.identity(NetUid)], f.u16, 64)

/** By netuid. */
export const MaxAllowedUids = f.map([f.identity(NetUid)], f.u16, 256)

/** By netuid. */
export const ImmunityPeriod = f.map([f.identity(NetUid)], f.u16, 4096)

/** By netuid. */
export const ActivityCutoff = f.map([f.identity(NetUid)], f.u16, 5000)

/** By netuid. */
export const MaxWeightsLimit = f.map([f.identity(NetUid)], f.u16, 65_535)

/** By netuid. */
export const WeightsVersionKey = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const MinAllowedWeights = f.map([f.identity(NetUid)], f.u16, 1024)

/** By netuid. */
export const MaxAllowedValidators = f.map([f.identity(NetUid)], f.u16, 128)

/** By netuid. */
export const AdjustmentInterval = f.map([f.identity(NetUid)], f.u16, 100)

/** By netuid. */
export const BondsMovingAverage = f.map([f.identity(NetUid)], f.u64, 900_000n)

/** By netuid. */
export const BondsPenalty = f.map([f.identity(NetUid)], f.u16, 65_535)

/** By netuid. */
export const BondsResetOn = f.map([f.identity(NetUid)], f.bool, false)

/** By netuid. */
export const WeightsSetRateLimit = f.map([f.identity(NetUid)], f.u64, 100n)

/** By netuid. */
export const ValidatorPruneLen = f.map([f.identity(NetUid)], f.u64, 1n)

/** By netuid. */
export const ScalingLawPower = f.map([f.identity(NetUid)], f.u16, 50)

/** By netuid. */
export const TargetRegistrationsPerInterval = f.map([f.identity(NetUid)], f.u16, 2)

/** By netuid. */
export const AdjustmentAlpha = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const CommitRevealWeightsEnabled = f.map([f.identity(NetUid)], f.bool, true)

/** By netuid. */
export const Burn = f.map([f.identity(NetUid)], f.u64, 100_000_000n)

/** By netuid. */
export const Difficulty = f.map([f.identity(NetUid)], f.u64, 10_000_000n)

/** By netuid. */
export const MinBurn = f.map([f.identity(NetUid)], f.u64, 500_000n)

/** By netuid. */
export const MaxBurn = f.map([f.identity(NetUid)], f.u64, 100_000_000_000n)

/** By netuid. */
export const MinDifficulty = f.map([f.identity(NetUid)], f.u64, 10_000_000n)

/** By netuid. */
export const MaxDifficulty = f.map([f.identity(NetUid)], f.u64, 4_611_686_018_427_387_903n)

/** By netuid. */
export const LastAdjustmentBlock = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const RegistrationsThisBlock = f.map([f.identity(NetUid)], f.u16, 0)

/** By netuid. */
export const EMAPriceHalvingBlocks = f.map([f.identity(NetUid)], f.u64, 201_600n)

/** By netuid. */
export const RAORecycledForRegistration = f.map([f.identity(NetUid)], f.u64, 0n)

export const MaxEpochsPerBlock = f.value(f.u8, InitialMaxEpochsPerBlockCodec)

export const TxRateLimit = f.value(f.u64, 1000n)

export const TxDelegateTakeRateLimit = f.value(f.u64, 216_000n)

export const TxChildkeyTakeRateLimit = f.value(f.u64, InitialTxChildKeyTakeRateLimitCodec)

/** By netuid. */
export const LiquidAlphaOn = f.map([f.blake2_128_concat(NetUid)], f.bool, false)

/** By netuid. */
export const Yuma3On = f.map([f.blake2_128_concat(NetUid)], f.bool, false)

/** By netuid. */
export const AlphaValues = f.map([f.identity(NetUid)], f.tuple<[number, number]>(f.u16, f.u16), [
  45_875, 58_982,
] as [number, number])

/** By netuid. */
export const SubtokenEnabled = f.map([f.identity(NetUid)], f.bool, false)

/** By netuid, hotkey. */
export const VotingPower = f.map([f.identity(NetUid), f.blake2_128_concat(f.AccountId)], f.u64, 0n)

/** By netuid. */
export const VotingPowerTrackingEnabled = f.map([f.identity(NetUid)], f.bool, false)

/** By netuid. */
export const VotingPowerDisableAtBlock = f.map([f.identity(NetUid)], f.u64, 0n)

/** By netuid. */
export const VotingPowerEmaAlpha = f.map([f.identity(NetUid)], f.u64, 3_570_000_000_000_000n)

/** By netuid. */
export const ImmuneOwnerUidsLimit = f.map([f.identity(NetUid)], f.u16, 1)

/** By netuid. */
export const StakeWeight = f.map([f.identity(NetUid)], f.vec(f.u16), [])

/** By netuid, hotkey. */
export const Uids = f.map([f.identity(NetUid), f.blake2_128_concat(f.AccountId)], f.u16, undefined)

/** By netuid, uid. */
export const Keys = f.map([f.identity(NetUid), f.identity(f.u16)], f.AccountId, f.ZERO_H256)

/** By netuid. */
export const LoadedEmission = f.map(
  [f.identity(NetUid)],
  f.vec(f.tuple(f.AccountId, f.u64, f.u64)),
  undefined,
)

/** By netuid. */
export const Active = f.map([f.identity(NetUid)], f.vec(f.bool), [])

/** By netuid. */
export const Consensus = f.map([f.identity(NetUid)], f.vec(f.u16), [])

/** By netuid. */
export const Incentive = f.map([f.identity(NetUid)], f.vec(f.u16), [])

/** By netuid. */
export const Dividends = f.map([f.identity(NetUid)], f.vec(f.u16), [])

/** By netuid. */
export const Emission = f.map([f.identity(NetUid)], f.vec(f.u64), [])

/** By netuid. */
export const LastUpdate = f.map([f.identity(NetUid)], f.vec(f.u64), [])

/** By netuid. */
export const ValidatorTrust = f.map([f.identity(NetUid)], f.vec(f.u16), [])

/** By netuid. */
export const ValidatorPermit = f.map([f.identity(NetUid)], f.vec(f.bool), [])

/** By storage index of the mechanism, uid: target uid and value by turns. */
export const Weights = f.map([f.identity(NetUid), f.identity(f.u16)], pairRow, EMPTY_ROW)

/** By storage index of the mechanism, uid: target uid and value by turns. */
export const Bonds = f.map([f.identity(NetUid), f.identity(f.u16)], pairRow, EMPTY_ROW)

/** By netuid, uid. */
export const BlockAtRegistration = f.map([f.identity(NetUid), f.identity(f.u16)], f.u64, 0n)

/** By netuid, hotkey. */
export const Axons = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  AxonInfo,
  undefined,
)

/** By netuid, hotkey. */
export const NeuronCertificates = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  NeuronCertificate,
  undefined,
)

/** By netuid, hotkey. */
export const Prometheus = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId)],
  PrometheusInfo,
  undefined,
)

/** By coldkey. */
export const IdentitiesV2 = f.map([f.blake2_128_concat(f.AccountId)], ChainIdentityV2, undefined)

/** By netuid. */
export const SubnetIdentitiesV3 = f.map([f.blake2_128_concat(NetUid)], SubnetIdentityV3, undefined)

/** By hot, netuid, name. */
export const TransactionKeyLastBlock = f.map(
  [f.blake2_128_concat(f.AccountId), f.identity(NetUid), f.identity(f.u16)],
  f.u64,
  0n,
)

/** By key. */
export const LastTxBlock = f.deprecated(f.map([f.identity(f.AccountId)], f.u64, 0n))

/** By key. */
export const LastTxBlockChildKeyTake = f.deprecated(f.map([f.identity(f.AccountId)], f.u64, 0n))

/** By key. */
export const LastTxBlockDelegateTake = f.deprecated(f.map([f.identity(f.AccountId)], f.u64, 0n))

export const StakeThreshold = f.value(f.u64, 0n)

/** By netuid, who. */
export const WeightCommits = f.map(
  [f.twox64_concat(NetUid), f.twox64_concat(f.AccountId)],
  f.vec(f.tuple(f.H256, f.u64, f.u64, f.u64)),
  undefined,
)

/** By netuid, epoch. */
export const TimelockedWeightCommits = f.map(
  [f.twox64_concat(NetUid), f.twox64_concat(f.u64)],
  f.vec(f.tuple(f.AccountId, f.u64, f.boundedBytes(5000), f.u64)),
  [],
)

/** By netuid, epoch. */
export const CRV3WeightCommits = f.map(
  [f.twox64_concat(NetUid), f.twox64_concat(f.u64)],
  f.vec(f.tuple(f.AccountId, f.boundedBytes(5000), f.u64)),
  [],
)

/** By netuid, epoch. */
export const CRV3WeightCommitsV2 = f.map(
  [f.twox64_concat(NetUid), f.twox64_concat(f.u64)],
  f.vec(f.tuple(f.AccountId, f.u64, f.boundedBytes(5000), f.u64)),
  [],
)

/** By netuid. */
export const RevealPeriodEpochs = f.map([f.twox64_concat(NetUid)], f.u64, 1n)

/** By coldkey, hotkey. */
export const LastColdkeyHotkeyStakeBlock = f.map(
  [f.twox64_concat(f.AccountId), f.twox64_concat(f.AccountId)],
  f.u64,
  undefined,
)

/** By netuid. */
export const RootClaimableThreshold = f.map(
  [f.blake2_128_concat(NetUid)],
  f.I96F32Bits,
  2_147_483_648_000_000n,
)

/** By hot. */
export const RootClaimable = f.map(
  [f.blake2_128_concat(f.AccountId)],
  netuidMap(f.I96F32Bits),
  NetuidMap.EMPTY as NetuidMap<f.I96F32>,
)

/** By netuid, hot, cold. */
export const RootClaimed = f.map(
  [f.identity(NetUid), f.blake2_128_concat(f.AccountId), f.blake2_128_concat(f.AccountId)],
  f.u128,
  0n,
)

/** By cold. */
export const RootClaimType = f.map([f.blake2_128_concat(f.AccountId)], RootClaimTypeEnum, {
  type: 'Swap' as const,
})

/** By u64. */
export const StakingColdkeysByIndex = f.map([f.identity(f.u64)], f.AccountId, undefined)

/** By coldkey. */
export const StakingColdkeys = f.map([f.identity(f.AccountId)], f.u64, undefined)

export const NumStakingColdkeys = f.value(f.u64, 0n)

export const NumRootClaim = f.value(f.u64, 5n)

/** By netuid, uid. */
export const AssociatedEvmAddress = f.map(
  [f.twox64_concat(NetUid), f.twox64_concat(f.u16)],
  f.tuple(f.H160, f.u64),
  undefined,
)

/** By lease_id. */
export const SubnetLeases = f.map([f.twox64_concat(f.u32)], SubnetLease, undefined)

/** By lease_id, contributor. */
export const SubnetLeaseShares = f.map(
  [f.twox64_concat(f.u32), f.identity(f.AccountId)],
  f.U64F64Bits,
  0n,
)

/** By netuid. */
export const SubnetUidToLeaseId = f.map([f.twox64_concat(NetUid)], f.u32, undefined)

export const NextSubnetLeaseId = f.value(f.u32, 0)

/** By lease_id. */
export const AccumulatedLeaseDividends = f.map([f.twox64_concat(f.u32)], f.u64, 0n)

export const CommitRevealWeightsVersion = f.value(f.u16, 4)

export const NetworkRegistrationStartBlock = f.value(f.u64, 0n)

export const TaoInRefundDeploymentBlock = f.value(f.u64, 0n)

/** By netuid. */
export const MinNonImmuneUids = f.map([f.identity(NetUid)], f.u16, 10)

export const MaxMechanismCount = f.value(f.u8, 2)

/** By netuid. */
export const MechanismCountCurrent = f.map([f.twox64_concat(NetUid)], f.u8, 1)

/** By netuid. */
export const MechanismEmissionSplit = f.map([f.twox64_concat(NetUid)], f.vec(f.u16), undefined)

/** By netuid. */
export const BurnHalfLife = f.map([f.identity(NetUid)], f.u16, 360)

/** By netuid. */
export const BurnIncreaseMult = f.map(
  [f.identity(NetUid)],
  f.U64F64Bits,
  23_242_897_532_874_035_200n,
)

/** By hotkey. */
export const AutoParentDelegationEnabled = f.map([f.blake2_128_concat(f.AccountId)], f.bool, true)

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.bytes)], f.bool, false)

export const PendingChildKeyCooldown = f.value(f.u64, InitialPendingChildKeyCooldown)
