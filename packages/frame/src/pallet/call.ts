/** Calls: what an extrinsic may ask for. */
import type { Codecs } from '../codec/index.ts'
import type { Context } from './context.ts'
import type { DispatchError } from './error.ts'
import { type Item, path } from './item.ts'
import type { Origin } from './origin.ts'
import { addWeight, type DispatchClass, NO_WEIGHT, type Pays, type Weight } from './weight.ts'

/** A decoded intention. `args` has the call's argument names. */
export interface CallValue<V = unknown> {
  readonly pallet: string
  readonly name: string
  readonly args: V
}

/** What running a call came to: the weight really used and whether the fee stands; absent parts stand as announced. */
export interface PostInfo {
  readonly actual_weight?: Weight | undefined
  readonly pays_fee?: Pays | undefined
}

/** A refusal that knows its weight. */
export class RefusedWithPost {
  readonly error: DispatchError
  readonly post: PostInfo
  constructor(error: DispatchError, post: PostInfo) {
    this.error = error
    this.post = post
  }
}

type PerArgs<V, T> = T | ((args: V, ctx: Context) => T)

export interface CallDef<V, Caller> {
  readonly index: number
  /** Turns the origin into the caller, or refuses it. */
  readonly origin: (origin: Origin, ctx: Context, args: NoInfer<V>) => Caller
  readonly args: Codecs<V>
  readonly weight: PerArgs<NoInfer<V>, Weight>
  readonly class?: PerArgs<NoInfer<V>, DispatchClass>
  readonly pays?: PerArgs<NoInfer<V>, Pays>
  readonly docs?: string
  /** Runs in a storage layer of its own: a refusal leaves no trace. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most calls have nothing to say afterwards
  run(ctx: Context, caller: Caller, args: V, origin: Origin): PostInfo | void
}

/** A declared call; called with arguments it makes the value that is encoded. */
export interface Call<V> extends Item {
  (args: V): CallValue<V>
  readonly def: CallDef<V, unknown>
}
// biome-ignore lint/suspicious/noExplicitAny: calls of any argument types share one table
export type AnyCall = Call<any>

/** Declares a call. */
export function call<V, Caller>(def: CallDef<V, Caller>): Call<V> {
  const own = path()
  const make = (args: V) => ({ pallet: own.pallet, name: own.name, args })
  return Object.defineProperties(make, { path: { value: own }, def: { value: def } }) as Call<V>
}

const resolve = <V, T>(given: PerArgs<V, T>, args: V, ctx: Context): T =>
  typeof given === 'function' ? (given as (args: V, ctx: Context) => T)(args, ctx) : given

export interface DispatchInfo {
  readonly call_weight: Weight
  /** Of the transaction extensions; zero for a call that is not a transaction. */
  readonly extension_weight: Weight
  readonly class: DispatchClass
  readonly pays_fee: Pays
}

// One function for each, since calls around calls ask for them by themselves: asking for all of
// them at every level would take twice as long with each level.

/** The weight that a call announces, that of the runtime's guards included. */
export const callWeight = (ctx: Context, value: CallValue): Weight =>
  addWeight(
    resolve(ctx.runtime.findCall(value).def.weight, value.args, ctx),
    ctx.runtime.guardWeight(ctx, value),
  )

/** The class that a call announces. */
export const callClass = (ctx: Context, value: CallValue): DispatchClass =>
  resolve(ctx.runtime.findCall(value).def.class ?? 'Normal', value.args, ctx)

/** Whether a call announces that it pays a fee. */
export const callPays = (ctx: Context, value: CallValue): Pays =>
  resolve(ctx.runtime.findCall(value).def.pays ?? 'Yes', value.args, ctx)

/** What a call announces before it runs. */
export const dispatchInfo = (ctx: Context, value: CallValue): DispatchInfo => ({
  call_weight: callWeight(ctx, value),
  extension_weight: NO_WEIGHT,
  class: callClass(ctx, value),
  pays_fee: callPays(ctx, value),
})
