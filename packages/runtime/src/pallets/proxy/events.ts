/** Events of Proxy, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'
import { DepositKind } from './types.ts'

export const ProxyExecuted = f.event(0, { result: f.result(f.unit, f.DispatchErrorWire) })
export const PureCreated = f.event(1, {
  pure: f.AccountId,
  who: f.AccountId,
  proxy_type: ProxyType,
  disambiguation_index: f.u16,
})
export const PureKilled = f.event(2, {
  pure: f.AccountId,
  spawner: f.AccountId,
  proxy_type: ProxyType,
  disambiguation_index: f.u16,
})
export const Announced = f.event(3, { real: f.AccountId, proxy: f.AccountId, call_hash: f.H256 })
export const ProxyAdded = f.event(4, {
  delegator: f.AccountId,
  delegatee: f.AccountId,
  proxy_type: ProxyType,
  delay: f.u32,
})
export const ProxyRemoved = f.event(5, {
  delegator: f.AccountId,
  delegatee: f.AccountId,
  proxy_type: ProxyType,
  delay: f.u32,
})
export const DepositPoked = f.event(6, {
  who: f.AccountId,
  kind: DepositKind,
  old_deposit: f.u64,
  new_deposit: f.u64,
})
export const RealPaysFeeSet = f.event(7, {
  real: f.AccountId,
  delegate: f.AccountId,
  pays_fee: f.bool,
})
