/** View functions of Proxy. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'
import { isSuperset, mayCall } from './filter.ts'

/** Whether a type of proxy may make a call. */
export const check_permissions = f.view(
  '(<TasConfig>::RuntimeCall,T::ProxyType) -> bool',
  { call: f.RuntimeCall, proxy_type: ProxyType },
  f.bool,
  (_, { call, proxy_type }) => mayCall(proxy_type, call),
)

/** Whether one type of proxy may do all that another may. */
export const is_superset = f.view(
  '(T::ProxyType,T::ProxyType) -> bool',
  { to_check: ProxyType, against: ProxyType },
  f.bool,
  (_, { to_check, against }) => isSuperset(to_check, against),
)
