/** Wire types of SubtensorModule, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const SafeFloat = f.struct('share_pool::SafeFloat', {
  mantissa: f.u128,
  exponent: f.i64,
})
export type SafeFloat = f.Value<typeof SafeFloat>

export const LockState = f.struct('pallet_subtensor::staking::lock::LockState', {
  locked_mass: f.u64,
  conviction: f.U64F64Bits,
  last_update: f.u64,
})
export type LockState = f.Value<typeof LockState>

export const Hyperparameter = f.enumeration(
  'pallet_subtensor::utils::rate_limiting::Hyperparameter',
  {
    Unknown: 0,
    ServingRateLimit: 1,
    MaxDifficulty: 2,
    AdjustmentAlpha: 3,
    MaxWeightLimit: 4,
    ImmunityPeriod: 5,
    MinAllowedWeights: 6,
    Kappa: 7,
    Rho: 8,
    ActivityCutoff: 9,
    PowRegistrationAllowed: 10,
    MinBurn: 11,
    MaxBurn: 12,
    BondsMovingAverage: 13,
    BondsPenalty: 14,
    CommitRevealEnabled: 15,
    LiquidAlphaEnabled: 16,
    AlphaValues: 17,
    WeightCommitInterval: 18,
    TransferEnabled: 19,
    AlphaSigmoidSteepness: 20,
    Yuma3Enabled: 21,
    BondsResetEnabled: 22,
    ImmuneNeuronLimit: 23,
    RecycleOrBurn: 24,
    MaxAllowedUids: 25,
    BurnHalfLife: 26,
    BurnIncreaseMult: 27,
    SubnetEmissionEnabled: 28,
    MinChildkeyTake: 29,
    ActivityCutoffFactorMilli: 30,
    TriggerEpoch: 31,
  },
)
export type Hyperparameter = f.Value<typeof Hyperparameter>

export const RateLimitKey = f.variant(
  f.generic('pallet_subtensor::RateLimitKey', { AccountId: f.AccountId }),
  {
    SetSNOwnerHotkey: [0, f.u16],
    OwnerHyperparamUpdate: [1, [f.u16, Hyperparameter]],
    NetworkLastRegistered: [2],
    LastTxBlock: [3, f.AccountId],
    LastTxBlockChildKeyTake: [4, f.AccountId],
    LastTxBlockDelegateTake: [5, f.AccountId],
    AddStakeBurn: [6, f.u16],
  },
)
export type RateLimitKey = f.Value<typeof RateLimitKey>

export const RecycleOrBurnEnum = f.enumeration('pallet_subtensor::pallet::RecycleOrBurnEnum', {
  Burn: 0,
  Recycle: 1,
})
export type RecycleOrBurnEnum = f.Value<typeof RecycleOrBurnEnum>

export const AxonInfo = f.struct('pallet_subtensor::pallet::AxonInfo', {
  block: f.u64,
  version: f.u32,
  ip: f.u128,
  port: f.u16,
  ip_type: f.u8,
  protocol: f.u8,
  placeholder1: f.u8,
  placeholder2: f.u8,
})
export type AxonInfo = f.Value<typeof AxonInfo>

export const NeuronCertificate = f.struct('pallet_subtensor::pallet::NeuronCertificate', {
  public_key: f.boundedBytes(64),
  algorithm: f.u8,
})
export type NeuronCertificate = f.Value<typeof NeuronCertificate>

export const PrometheusInfo = f.struct('pallet_subtensor::pallet::PrometheusInfo', {
  block: f.u64,
  version: f.u32,
  ip: f.u128,
  port: f.u16,
  ip_type: f.u8,
})
export type PrometheusInfo = f.Value<typeof PrometheusInfo>

export const ChainIdentityV2 = f.struct('pallet_subtensor::pallet::ChainIdentityV2', {
  name: f.bytes,
  url: f.bytes,
  github_repo: f.bytes,
  image: f.bytes,
  discord: f.bytes,
  description: f.bytes,
  additional: f.bytes,
})
export type ChainIdentityV2 = f.Value<typeof ChainIdentityV2>

export const SubnetIdentityV3 = f.struct('pallet_subtensor::pallet::SubnetIdentityV3', {
  subnet_name: f.bytes,
  github_repo: f.bytes,
  subnet_contact: f.bytes,
  subnet_url: f.bytes,
  discord: f.bytes,
  description: f.bytes,
  logo_url: f.bytes,
  additional: f.bytes,
})
export type SubnetIdentityV3 = f.Value<typeof SubnetIdentityV3>

export const RootClaimTypeEnum = f.variant('pallet_subtensor::pallet::RootClaimTypeEnum', {
  Swap: [0],
  Keep: [1],
  KeepSubnets: [2, { subnets: f.btreeSet(f.u16) }],
})
export type RootClaimTypeEnum = f.Value<typeof RootClaimTypeEnum>

export const SubnetLease = f.struct(
  f.generic('pallet_subtensor::subnets::leasing::SubnetLease', {
    AccountId: f.AccountId,
    BlockNumber: f.u32,
    Balance: f.u64,
  }),
  {
    beneficiary: f.AccountId,
    coldkey: f.AccountId,
    hotkey: f.AccountId,
    emissions_share: f.PercentBits,
    end_block: f.option(f.u32),
    netuid: f.u16,
    cost: f.u64,
  },
)
export type SubnetLease = f.Value<typeof SubnetLease>
