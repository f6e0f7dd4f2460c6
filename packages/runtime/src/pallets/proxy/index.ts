/** Proxy: the pallet's table, and what other pallets use of it. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import * as views from './views.ts'

export { addProxy, findProxy, removeAllProxies, removeProxy } from './delegates.ts'
export { isSuperset, mayCall } from './filter.ts'
export {
  type CallRef,
  type ConditionalCall,
  FILTER_RULES,
  type FilterRule,
} from './filter-rules.ts'
export { pureAccount } from './pure.ts'
export { calls, errors, events, storage }

/** Results of calls are known within their block only. */
function on_finalize(ctx: f.Context): void {
  storage.LastCallResult.clear(ctx)
}

export const Proxy = f.pallet('Proxy', {
  crate: 'pallet_subtensor_proxy',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks: { on_finalize },
  views,
  types: { RuntimeCall: f.RuntimeCall, ProxyType },
})
