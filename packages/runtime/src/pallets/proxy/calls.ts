/** Calls of Proxy. */
import * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import { ProxyType } from '../../common/proxy-types.ts'
import { actAs } from './act.ts'
import * as announcements from './announcements.ts'
import { MaxPending, MaxProxies } from './constants.ts'
import { addProxy, findProxy, removeAllProxies, removeProxy } from './delegates.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { pokeDeposits } from './poke.ts'
import { createPure, killPure } from './pure.ts'
import * as storage from './storage.ts'
import * as weights from './weights.ts'

const perProxies =
  (weight: (proxies: number) => f.Weight) =>
  (_args: unknown, ctx: f.Context): f.Weight =>
    weight(MaxProxies.get(ctx))
const perBoth =
  (weight: (announcements: number, proxies: number) => f.Weight) =>
  (_args: unknown, ctx: f.Context): f.Weight =>
    weight(MaxPending.get(ctx), MaxProxies.get(ctx))

/** With the account row of the one who is acted for, and the call itself. */
const around =
  (own: (args: unknown, ctx: f.Context) => f.Weight) =>
  ({ call }: { call: f.CallValue }, ctx: f.Context): f.Weight =>
    f.addWeight(f.addWeight(own(undefined, ctx), f.dbReadsWrites(1, 1)), f.callWeight(ctx, call))

export const proxy = f.call({
  index: 0,
  docs: 'Makes a call for an account that the caller is a proxy of.',
  origin: f.signed,
  args: { real: f.MultiAddress, force_proxy_type: f.option(ProxyType), call: f.RuntimeCall },
  weight: around(perProxies(weights.proxy)),
  pays: ({ call }, ctx) => f.callPays(ctx, call),
  run(ctx, who, { real: address, force_proxy_type, call }) {
    const real = f.targetOf(address)
    const found = findProxy(ctx, real, who, force_proxy_type)
    f.ensure(found.delay === 0, errors.Unannounced)
    actAs(ctx, real, found, call)
    return undefined
  },
})

const definition = { delegate: f.MultiAddress, proxy_type: ProxyType, delay: f.u32 }

export const add_proxy = f.call({
  index: 1,
  docs: 'Lets an account act for the caller, for a deposit.',
  origin: f.signed,
  args: definition,
  weight: perProxies(weights.add_proxy),
  run(ctx, who, { delegate, ...rest }) {
    addProxy(ctx, who, { delegate: f.targetOf(delegate), ...rest })
    return undefined
  },
})

export const remove_proxy = f.call({
  index: 2,
  docs: 'Lets an account no longer act for the caller.',
  origin: f.signed,
  args: definition,
  weight: perProxies(weights.remove_proxy),
  run(ctx, who, { delegate, ...rest }) {
    removeProxy(ctx, who, { delegate: f.targetOf(delegate), ...rest })
    return undefined
  },
})

export const remove_proxies = f.call({
  index: 3,
  docs: 'Lets nobody act for the caller any more.',
  origin: f.signed,
  args: {},
  weight: perProxies(weights.remove_proxies),
  run(ctx, who) {
    removeAllProxies(ctx, who)
    return undefined
  },
})

export const create_pure = f.call({
  index: 4,
  docs: 'Makes an account without a key, whose proxy the caller is.',
  origin: f.signed,
  args: { proxy_type: ProxyType, delay: f.u32, index: f.u16 },
  weight: perProxies(weights.create_pure),
  run(ctx, who, { delay, ...kind }) {
    createPure(ctx, who, kind, delay)
    return undefined
  },
})

export const kill_pure = f.call({
  index: 5,
  docs: 'Gives an account without a key up; what it has is lost. Only it can call this.',
  origin: f.signed,
  args: {
    spawner: f.MultiAddress,
    proxy_type: ProxyType,
    index: f.u16,
    height: f.compact(f.u32),
    ext_index: f.compact(f.u32),
  },
  weight: perProxies(weights.kill_pure),
  run(ctx, who, { spawner, ...rest }) {
    killPure(ctx, who, { spawner: f.targetOf(spawner), ...rest })
    return undefined
  },
})

export const announce = f.call({
  index: 6,
  docs: 'Announces a call that the caller will make for another account.',
  origin: f.signed,
  args: { real: f.MultiAddress, call_hash: f.H256 },
  weight: perBoth(weights.announce),
  run(ctx, who, { real, call_hash }) {
    announcements.announce(ctx, who, { real: f.targetOf(real), call_hash })
    return undefined
  },
})

export const remove_announcement = f.call({
  index: 7,
  docs: 'Takes an announcement of the caller back.',
  origin: f.signed,
  args: { real: f.MultiAddress, call_hash: f.H256 },
  weight: perBoth(weights.remove_announcement),
  run(ctx, who, { real: address, call_hash }) {
    const real = f.targetOf(address)
    announcements.removeAnnouncements(
      ctx,
      who,
      (announced) => announced.real === real && announced.call_hash === call_hash,
    )
    return undefined
  },
})

export const reject_announcement = f.call({
  index: 8,
  docs: 'Rejects an announcement of a proxy of the caller.',
  origin: f.signed,
  args: { delegate: f.MultiAddress, call_hash: f.H256 },
  weight: perBoth(weights.reject_announcement),
  run(ctx, who, { delegate, call_hash }) {
    announcements.removeAnnouncements(
      ctx,
      f.targetOf(delegate),
      (announced) => announced.real === who && announced.call_hash === call_hash,
    )
    return undefined
  },
})

export const proxy_announced = f.call({
  index: 9,
  docs: 'Makes a call for another account that its proxy announced long enough ago. Anyone may.',
  origin: f.signed,
  args: {
    delegate: f.MultiAddress,
    real: f.MultiAddress,
    force_proxy_type: f.option(ProxyType),
    call: f.RuntimeCall,
  },
  weight: around(perBoth(weights.proxy_announced)),
  run(ctx, _who, { delegate: delegateAddress, real: realAddress, force_proxy_type, call }) {
    const delegate = f.targetOf(delegateAddress)
    const real = f.targetOf(realAddress)
    const found = findProxy(ctx, real, delegate, force_proxy_type)
    const call_hash = f.toHex(f.blake2_256(ctx.runtime.call.encode(call)))
    const removed = attempt(() =>
      announcements.removeAnnouncements(
        ctx,
        delegate,
        (announced) =>
          announced.real === real &&
          announced.call_hash === call_hash &&
          f.satU32.sub(ctx.block, announced.height) >= found.delay,
      ),
    )
    f.ensure(removed.ok, errors.Unannounced)
    actAs(ctx, real, found, call)
    return undefined
  },
})

export const poke_deposit = f.call({
  index: 10,
  docs: 'Brings the caller’s deposits to today’s prices; free when one of them changes.',
  origin: f.signed,
  args: {},
  weight: weights.poke_deposit,
  run: (ctx, who) => ({ pays_fee: pokeDeposits(ctx, who) ? 'No' : 'Yes' }),
})

export const set_real_pays_fee = f.call({
  index: 11,
  docs: 'Lets the caller pay the fees of one of its proxies, or no longer.',
  origin: f.signed,
  args: { delegate: f.MultiAddress, pays_fee: f.bool },
  weight: perProxies(weights.set_real_pays_fee),
  run(ctx, real, { delegate: address, pays_fee }) {
    const delegate = f.targetOf(address)
    findProxy(ctx, real, delegate, undefined)
    storage.RealPaysFee.put(ctx, real, delegate, pays_fee ? null : undefined)
    ctx.deposit(events.RealPaysFeeSet({ real, delegate, pays_fee }))
    return undefined
  },
})
