/** Wire types, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const ProxyType = f.enumeration('subtensor_runtime_common::ProxyType', {
  Any: 0,
  Owner: 1,
  NonCritical: 2,
  NonTransfer: 3,
  Senate: 4,
  NonFungible: 5,
  Triumvirate: 6,
  Governance: 7,
  Staking: 8,
  Registration: 9,
  Transfer: 10,
  SmallTransfer: 11,
  RootWeights: 12,
  ChildKeys: 13,
  SudoUncheckedSetCode: 14,
  SwapHotkey: 15,
  SubnetLeaseBeneficiary: 16,
  RootClaim: 17,
})
export type ProxyType = f.Value<typeof ProxyType>

export const ProxyTypeInfo = f.struct('subtensor_runtime_common::ProxyTypeInfo', {
  name: f.bytes,
  index: f.u8,
  deprecated: f.bool,
})
export type ProxyTypeInfo = f.Value<typeof ProxyTypeInfo>

export const FilterMode = f.enumeration('subtensor_runtime_common::FilterMode', {
  AllowAll: 0,
  DenyAll: 1,
  Allow: 2,
  Deny: 3,
})
export type FilterMode = f.Value<typeof FilterMode>

export const CallCondition = f.variant('subtensor_runtime_common::CallCondition', {
  ParamLessThan: [0, { param_name: f.bytes, limit: f.u128 }],
  NestedCallMustBe: [1, { pallet_name: f.bytes, call_name: f.bytes }],
})
export type CallCondition = f.Value<typeof CallCondition>

export const CallInfo = f.struct('subtensor_runtime_common::CallInfo', {
  pallet_name: f.bytes,
  pallet_index: f.u8,
  call_name: f.option(f.bytes),
  call_index: f.option(f.u8),
  condition: f.option(CallCondition),
})
export type CallInfo = f.Value<typeof CallInfo>

export const ProxyFilterInfo = f.struct('subtensor_runtime_common::ProxyFilterInfo', {
  proxy_type: f.u8,
  name: f.bytes,
  deprecated: f.bool,
  filter_mode: FilterMode,
  calls: f.vec(CallInfo),
  exceptions: f.vec(CallInfo),
})
export type ProxyFilterInfo = f.Value<typeof ProxyFilterInfo>
