/** Pure proxies: accounts without a key, which only proxies can use. */
import * as f from '@taonet/frame'
import { ProxyType } from '../../common/proxy-types.ts'
import * as balances from '../balances/index.ts'
import { proxiesPrice } from './deposits.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

const TAG = f.utf8('modlpy/proxy____')

/** What tells the pure proxies of an account apart. */
export interface PureKind {
  readonly proxy_type: ProxyType
  readonly index: number
}
/** When one was made: a block, and an extrinsic in it. */
export interface PureOrigin {
  readonly height: number
  readonly ext_index: number
}

/** shape   blake2_256(tag ++ spawner ++ height ++ extrinsic ++ type ++ index) */
export function pureAccount(
  spawner: f.AccountId,
  { proxy_type, index }: PureKind,
  { height, ext_index }: PureOrigin,
): f.AccountId {
  const entropy = f.concatBytes(
    TAG,
    f.fromHex(spawner),
    f.u32.encode(height),
    f.u32.encode(ext_index),
    ProxyType.encode(proxy_type),
    f.u16.encode(index),
  )
  return f.toHex(f.blake2_256(entropy))
}

/**
 * Makes a pure proxy of `who`.
 *
 * refuses Duplicate, InsufficientBalance
 */
export function createPure(ctx: f.Context, who: f.AccountId, kind: PureKind, delay: number): void {
  const here = { height: ctx.block, ext_index: f.system.extrinsicIndex(ctx) ?? 0 }
  const pure = pureAccount(who, kind, here)
  f.ensure(!storage.Proxies.has(ctx, pure), errors.Duplicate)
  const { proxy_type, index } = kind
  const deposit = proxiesPrice(ctx, 1)
  balances.reserve(ctx, who, deposit)
  storage.Proxies.set(ctx, pure, [[{ delegate: who, proxy_type, delay }], deposit])
  ctx.deposit(events.PureCreated({ pure, who, proxy_type, disambiguation_index: index }))
}

/**
 * Gives a pure proxy up, with whatever it still has; only it can do that.
 *
 * refuses NoPermission
 */
export function killPure(
  ctx: f.Context,
  pure: f.AccountId,
  { spawner, ...rest }: { spawner: f.AccountId } & PureKind & PureOrigin,
): void {
  const { proxy_type, index } = rest
  f.ensure(pureAccount(spawner, rest, rest) === pure, errors.NoPermission)
  const [, deposit] = storage.Proxies.take(ctx, pure)
  balances.unreserve(ctx, spawner, deposit)
  ctx.deposit(events.PureKilled({ pure, spawner, proxy_type, disambiguation_index: index }))
}
