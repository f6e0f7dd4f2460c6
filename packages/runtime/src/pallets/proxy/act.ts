/** Acting for another account. */
import * as f from '@taonet/frame'
import type { ProxyType } from '../../common/proxy-types.ts'
import * as events from './events.ts'
import { isSuperset, mayCall } from './filter.ts'
import * as storage from './storage.ts'
import type { ProxyDefinition } from './types.ts'

/** No proxy hands out or takes away more than it may do itself. */
function isPermitted(own: ProxyType, call: f.CallValue): boolean {
  if (call.pallet !== 'Proxy') return mayCall(own, call)
  if (call.name === 'add_proxy' || call.name === 'remove_proxy') {
    const { proxy_type } = call.args as { proxy_type: ProxyType }
    if (!isSuperset(own, proxy_type)) return false
  }
  const isTotal = call.name === 'remove_proxies' || call.name === 'kill_pure'
  return !(isTotal && own !== 'Any') && mayCall(own, call)
}

/**
 * Makes a call as `real`, within what the proxy may do, and reports how it went.
 *
 * source  opentensor/subtensor pallets/proxy/src/lib.rs do_proxy
 */
export function actAs(
  ctx: f.Context,
  real: f.AccountId,
  { proxy_type }: ProxyDefinition,
  call: f.CallValue,
): void {
  const origin = f.withFilter(f.Signed(real), (_ctx, inner) => isPermitted(proxy_type, inner))
  const result = f.wireResult(f.outcomeOf(() => f.dispatch(ctx, origin, call)))
  storage.LastCallResult.set(ctx, real, result)
  ctx.deposit(events.ProxyExecuted({ result }))
}
