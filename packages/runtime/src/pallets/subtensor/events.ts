/** Events of SubtensorModule, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { RootClaimTypeEnum } from './types.ts'

export const NetworkAdded = f.event(0, [f.u16, f.u16])
export const NetworkRemoved = f.event(1, [f.u16])
export const StakeAdded = f.event(2, [f.AccountId, f.AccountId, f.u64, f.u64, f.u16, f.u64])
export const StakeRemoved = f.event(3, [f.AccountId, f.AccountId, f.u64, f.u64, f.u16, f.u64])
export const StakeMoved = f.event(4, [f.AccountId, f.AccountId, f.u16, f.AccountId, f.u16, f.u64])
export const WeightsSet = f.event(5, [f.u16, f.u16])
export const NeuronRegistered = f.event(6, [f.u16, f.u16, f.AccountId])
export const BulkNeuronsRegistered = f.event(7, [f.u16, f.u16])
export const BulkBalancesSet = f.event(8, [f.u16, f.u16])
export const MaxAllowedUidsSet = f.event(9, [f.u16, f.u16])
export const MaxWeightLimitSet = f.deprecated(
  f.event(10, [f.u16, f.u16]),
  'Max weight limit is now a constant and this event is unused',
)
export const DifficultySet = f.event(11, [f.u16, f.u64])
export const AdjustmentIntervalSet = f.event(12, [f.u16, f.u16])
export const RegistrationPerIntervalSet = f.event(13, [f.u16, f.u16])
export const MaxRegistrationsPerBlockSet = f.event(14, [f.u16, f.u16])
export const ActivityCutoffSet = f.event(15, [f.u16, f.u16])
export const RhoSet = f.event(16, [f.u16, f.u16])
export const AlphaSigmoidSteepnessSet = f.event(17, [f.u16, f.i16])
export const KappaSet = f.event(18, [f.u16, f.u16])
export const MinAllowedWeightSet = f.event(19, [f.u16, f.u16])
export const ValidatorPruneLenSet = f.event(20, [f.u16, f.u64])
export const ScalingLawPowerSet = f.event(21, [f.u16, f.u16])
export const WeightsSetRateLimitSet = f.event(22, [f.u16, f.u64])
export const ImmunityPeriodSet = f.event(23, [f.u16, f.u16])
export const BondsMovingAverageSet = f.event(24, [f.u16, f.u64])
export const BondsPenaltySet = f.event(25, [f.u16, f.u16])
export const BondsResetOnSet = f.event(26, [f.u16, f.bool])
export const MaxAllowedValidatorsSet = f.event(27, [f.u16, f.u16])
export const AxonServed = f.event(28, [f.u16, f.AccountId])
export const PrometheusServed = f.event(29, [f.u16, f.AccountId])
export const DelegateAdded = f.event(30, [f.AccountId, f.AccountId, f.u16])
export const DefaultTakeSet = f.event(31, [f.u16])
export const WeightsVersionKeySet = f.event(32, [f.u16, f.u64])
export const MinDifficultySet = f.event(33, [f.u16, f.u64])
export const MaxDifficultySet = f.event(34, [f.u16, f.u64])
export const ServingRateLimitSet = f.event(35, [f.u16, f.u64])
export const BurnSet = f.event(36, [f.u16, f.u64])
export const MaxBurnSet = f.event(37, [f.u16, f.u64])
export const MinBurnSet = f.event(38, [f.u16, f.u64])
export const MaxEpochsPerBlockSet = f.event(39, [f.u8])
export const TxRateLimitSet = f.event(40, [f.u64])
export const TxDelegateTakeRateLimitSet = f.event(41, [f.u64])
export const TxChildKeyTakeRateLimitSet = f.event(42, [f.u64])
export const AdminFreezeWindowSet = f.event(43, [f.u16])
export const OwnerHyperparamRateLimitSet = f.event(44, [f.u16])
export const MinChildKeyTakeSet = f.event(45, [f.u16])
export const MinChildKeyTakePerSubnetSet = f.event(46, [f.u16, f.u16])
export const MaxChildKeyTakeSet = f.event(47, [f.u16])
export const ChildKeyTakeSet = f.event(48, [f.AccountId, f.u16])
export const Sudid = f.event(49, [f.result(f.unit, f.DispatchErrorWire)])
export const RegistrationAllowed = f.event(50, [f.u16, f.bool])
export const PowRegistrationAllowed = f.event(51, [f.u16, f.bool])
export const TempoSet = f.event(52, [f.u16, f.u16])
export const RAORecycledForRegistrationSet = f.event(53, [f.u16, f.u64])
export const StakeThresholdSet = f.event(54, [f.u64])
export const AdjustmentAlphaSet = f.event(55, [f.u16, f.u64])
export const Faucet = f.event(56, [f.AccountId, f.u64])
export const SubnetOwnerCutSet = f.event(57, [f.u16])
export const NetworkRateLimitSet = f.event(58, [f.u64])
export const NetworkImmunityPeriodSet = f.event(59, [f.u64])
export const StartCallDelaySet = f.event(60, [f.u64])
export const NetworkMinLockCostSet = f.event(61, [f.u64])
export const SubnetLimitSet = f.event(62, [f.u16])
export const NetworkLockCostReductionIntervalSet = f.event(63, [f.u64])
export const TakeDecreased = f.event(64, [f.AccountId, f.AccountId, f.u16])
export const TakeIncreased = f.event(65, [f.AccountId, f.AccountId, f.u16])
export const HotkeySwapped = f.event(66, {
  coldkey: f.AccountId,
  old_hotkey: f.AccountId,
  new_hotkey: f.AccountId,
})
export const MaxDelegateTakeSet = f.event(67, [f.u16])
export const MinDelegateTakeSet = f.event(68, [f.u16])
export const ColdkeySwapAnnounced = f.event(69, { who: f.AccountId, new_coldkey_hash: f.H256 })
export const ColdkeySwapReset = f.event(70, { who: f.AccountId })
export const ColdkeySwapped = f.event(71, { old_coldkey: f.AccountId, new_coldkey: f.AccountId })
export const ColdkeySwapDisputed = f.event(72, { coldkey: f.AccountId })
export const AllBalanceUnstakedAndTransferredToNewColdkey = f.event(73, {
  current_coldkey: f.AccountId,
  new_coldkey: f.AccountId,
  total_balance: f.u64,
})
export const ArbitrationPeriodExtended = f.event(74, { coldkey: f.AccountId })
export const SetChildrenScheduled = f.event(75, [
  f.AccountId,
  f.u16,
  f.u64,
  f.vec(f.tuple(f.u64, f.AccountId)),
])
export const SetChildren = f.event(76, [f.AccountId, f.u16, f.vec(f.tuple(f.u64, f.AccountId))])
export const ChainIdentitySet = f.event(77, [f.AccountId])
export const SubnetIdentitySet = f.event(78, [f.u16])
export const SubnetIdentityRemoved = f.event(79, [f.u16])
export const DissolveNetworkScheduled = f.event(80, {
  account: f.AccountId,
  netuid: f.u16,
  execution_block: f.u32,
})
export const ColdkeySwapAnnouncementDelaySet = f.event(81, [f.u32])
export const ColdkeySwapReannouncementDelaySet = f.event(82, [f.u32])
export const DissolveNetworkScheduleDurationSet = f.event(83, [f.u32])
export const CRV3WeightsCommitted = f.event(84, [f.AccountId, f.u16, f.H256])
export const WeightsCommitted = f.event(85, [f.AccountId, f.u16, f.H256])
export const WeightsRevealed = f.event(86, [f.AccountId, f.u16, f.H256])
export const WeightsBatchRevealed = f.event(87, [f.AccountId, f.u16, f.vec(f.H256)])
export const BatchWeightsCompleted = f.event(88, [f.vec(f.compact(f.u16)), f.AccountId])
export const BatchCompletedWithErrors = f.event(89, {})
export const BatchWeightItemFailed = f.event(90, [f.u16, f.DispatchErrorWire])
export const StakeTransferred = f.event(91, [
  f.AccountId,
  f.AccountId,
  f.AccountId,
  f.u16,
  f.u16,
  f.u64,
])
export const StakeSwapped = f.event(92, [f.AccountId, f.AccountId, f.u16, f.u16, f.u64])
export const TransferToggle = f.event(93, [f.u16, f.bool])
export const SubnetOwnerHotkeySet = f.event(94, [f.u16, f.AccountId])
export const FirstEmissionBlockNumberSet = f.event(95, [f.u16, f.u64])
export const AlphaRecycled = f.event(96, [f.AccountId, f.AccountId, f.u64, f.u16])
export const AlphaBurned = f.event(97, [f.AccountId, f.AccountId, f.u64, f.u16])
export const EvmKeyAssociated = f.event(98, {
  netuid: f.u16,
  hotkey: f.AccountId,
  evm_key: f.H160,
  block_associated: f.u64,
})
export const CRV3WeightsRevealed = f.event(99, [f.u16, f.AccountId])
export const CommitRevealPeriodsSet = f.event(100, [f.u16, f.u64])
export const CommitRevealEnabled = f.event(101, [f.u16, f.bool])
export const HotkeySwappedOnSubnet = f.event(102, {
  coldkey: f.AccountId,
  old_hotkey: f.AccountId,
  new_hotkey: f.AccountId,
  netuid: f.u16,
})
export const SubnetLeaseCreated = f.event(103, {
  beneficiary: f.AccountId,
  lease_id: f.u32,
  netuid: f.u16,
  end_block: f.option(f.u32),
})
export const SubnetLeaseTerminated = f.event(104, { beneficiary: f.AccountId, netuid: f.u16 })
export const SymbolUpdated = f.event(105, { netuid: f.u16, symbol: f.bytes })
export const CommitRevealVersionSet = f.event(106, [f.u16])
export const TimelockedWeightsCommitted = f.event(107, [f.AccountId, f.u16, f.H256, f.u64])
export const TimelockedWeightsRevealed = f.event(108, [f.u16, f.AccountId])
export const AutoStakeAdded = f.event(109, {
  netuid: f.u16,
  destination: f.AccountId,
  hotkey: f.AccountId,
  owner: f.AccountId,
  incentive: f.u64,
})
export const IncentiveAlphaEmittedToMiners = f.event(110, {
  netuid: f.u16,
  emissions: f.vec(f.u64),
})
export const MinAllowedUidsSet = f.event(111, [f.u16, f.u16])
export const AutoStakeDestinationSet = f.event(112, {
  coldkey: f.AccountId,
  netuid: f.u16,
  hotkey: f.AccountId,
})
export const MinNonImmuneUidsSet = f.event(113, [f.u16, f.u16])
export const RootClaimed = f.event(114, { coldkey: f.AccountId })
export const RootClaimTypeSet = f.event(115, {
  coldkey: f.AccountId,
  root_claim_type: RootClaimTypeEnum,
})
export const VotingPowerTrackingEnabled = f.event(116, { netuid: f.u16 })
export const VotingPowerTrackingDisableScheduled = f.event(117, {
  netuid: f.u16,
  disable_at_block: f.u64,
})
export const VotingPowerTrackingDisabled = f.event(118, { netuid: f.u16 })
export const VotingPowerEmaAlphaSet = f.event(119, { netuid: f.u16, alpha: f.u64 })
export const SubnetLeaseDividendsDistributed = f.event(120, {
  lease_id: f.u32,
  contributor: f.AccountId,
  alpha: f.u64,
})
export const AddStakeBurn = f.event(121, {
  netuid: f.u16,
  hotkey: f.AccountId,
  amount: f.u64,
  alpha: f.u64,
})
export const ColdkeySwapCleared = f.event(122, { who: f.AccountId })
export const TransactionFeePaidWithAlpha = f.event(123, {
  who: f.AccountId,
  netuid: f.u16,
  alpha_fee: f.u64,
  tao_amount: f.u64,
})
export const BurnHalfLifeSet = f.event(124, { netuid: f.u16, burn_half_life: f.u16 })
export const BurnIncreaseMultSet = f.event(125, { netuid: f.u16, burn_increase_mult: f.U64F64Bits })
export const AutoParentDelegationEnabledSet = f.event(126, { hotkey: f.AccountId, enabled: f.bool })
export const StakeLocked = f.event(127, {
  coldkey: f.AccountId,
  hotkey: f.AccountId,
  netuid: f.u16,
  amount: f.u64,
})
export const StakeUnlocked = f.event(128, {
  coldkey: f.AccountId,
  hotkey: f.AccountId,
  netuid: f.u16,
  amount: f.u64,
})
export const LockMoved = f.event(129, {
  coldkey: f.AccountId,
  origin_hotkey: f.AccountId,
  destination_hotkey: f.AccountId,
  netuid: f.u16,
})
export const ActivityCutoffFactorMilliSet = f.event(130, { netuid: f.u16, factor_milli: f.u32 })
export const EpochTriggered = f.event(131, { netuid: f.u16, by: f.AccountId, fires_at: f.u64 })
export const EpochDeferred = f.event(132, { netuid: f.u16, from_block: f.u64, to_block: f.u64 })
export const EpochSkipped = f.event(133, { netuid: f.u16, block: f.u64 })
export const SubnetOwnerChanged = f.event(134, {
  netuid: f.u16,
  old_coldkey: f.AccountId,
  new_coldkey: f.AccountId,
})
export const PerpetualLockUpdated = f.event(135, {
  coldkey: f.AccountId,
  netuid: f.u16,
  enabled: f.bool,
})
export const RejectLockedAlphaUpdated = f.event(136, { coldkey: f.AccountId, enabled: f.bool })
