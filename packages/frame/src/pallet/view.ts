/** View functions: questions that clients ask of a pallet. */
import type { Codec, Codecs } from '../codec/index.ts'
import type { Method } from './api.ts'
import type { Context } from './context.ts'

export interface View<V, R> extends Method<V, R> {
  /** Argument and result types as upstream spells them, without blanks; part of the function's id. */
  readonly signature: string
}
// biome-ignore lint/suspicious/noExplicitAny: functions of any types share one table
export type AnyView = View<any, any>

/**
 * Declares a view function.
 *
 * shape   signature: `(T::ProxyType,T::ProxyType) -> bool`, as in upstream's source
 */
export const view = <V, R>(
  signature: string,
  inputs: Codecs<V>,
  output: Codec<R>,
  run: (ctx: Context, args: NoInfer<V>) => NoInfer<R>,
): View<V, R> => ({ signature, inputs, output, run })
