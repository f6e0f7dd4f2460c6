/** Who may act for whom. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'
import * as balances from '../balances/index.ts'
import { MaxProxies } from './constants.ts'
import { proxiesPrice, settle } from './deposits.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'
import type { ProxyDefinition } from './types.ts'

const rank = (type: ProxyType): number => ProxyType.encode(type)[0]!

/** The order in which proxies are kept: by account, type and delay. */
function compare(a: ProxyDefinition, b: ProxyDefinition): number {
  if (a.delegate !== b.delegate) return a.delegate < b.delegate ? -1 : 1
  return rank(a.proxy_type) - rank(b.proxy_type) || a.delay - b.delay
}

const deposited = (delegator: f.AccountId, { delegate, ...rest }: ProxyDefinition) => ({
  delegator,
  delegatee: delegate,
  ...rest,
})

/**
 * Lets `added.delegate` act for an account.
 *
 * refuses NoSelfProxy, Duplicate, TooMany, InsufficientBalance
 * source  opentensor/subtensor pallets/proxy/src/lib.rs add_proxy_delegate
 */
export function addProxy(ctx: f.Context, delegator: f.AccountId, added: ProxyDefinition): void {
  f.ensure(delegator !== added.delegate, errors.NoSelfProxy)
  const [before, deposit] = storage.Proxies.get(ctx, delegator)
  f.ensure(!before.some((proxy) => compare(proxy, added) === 0), errors.Duplicate)
  f.ensure(before.length < MaxProxies.get(ctx), errors.TooMany)
  const at = before.filter((proxy) => compare(proxy, added) < 0).length
  const proxies = before.toSpliced(at, 0, added)
  const price = settle(ctx, delegator, deposit, proxiesPrice(ctx, proxies.length))
  storage.Proxies.set(ctx, delegator, [proxies, price])
  ctx.deposit(events.ProxyAdded(deposited(delegator, added)))
}

/**
 * Takes a proxy away.
 *
 * refuses NotFound
 */
export function removeProxy(
  ctx: f.Context,
  delegator: f.AccountId,
  removed: ProxyDefinition,
): void {
  const [before, deposit] = storage.Proxies.get(ctx, delegator)
  const at = before.findIndex((proxy) => compare(proxy, removed) === 0)
  f.ensure(at >= 0, errors.NotFound)
  const proxies = before.toSpliced(at, 1)
  const price = settle(ctx, delegator, deposit, proxiesPrice(ctx, proxies.length))
  storage.Proxies.put(ctx, delegator, proxies.length > 0 ? [proxies, price] : undefined)
  storage.RealPaysFee.remove(ctx, delegator, removed.delegate)
  ctx.deposit(events.ProxyRemoved(deposited(delegator, removed)))
}

/** Takes all proxies of an account away. */
export function removeAllProxies(ctx: f.Context, delegator: f.AccountId): void {
  const [, deposit] = storage.Proxies.take(ctx, delegator)
  balances.unreserve(ctx, delegator, deposit)
  storage.RealPaysFee.clear(ctx, [delegator])
}

/**
 * The first proxy by which `delegate` may act for `real`, of a type if one is named.
 *
 * refuses NotProxy
 */
export function findProxy(
  ctx: f.Context,
  real: f.AccountId,
  delegate: f.AccountId,
  type: ProxyType | undefined,
): ProxyDefinition {
  const [proxies] = storage.Proxies.get(ctx, real)
  const found = proxies.find(
    (proxy) => proxy.delegate === delegate && (type === undefined || proxy.proxy_type === type),
  )
  f.ensure(found !== undefined, errors.NotProxy)
  return found
}
