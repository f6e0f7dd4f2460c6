/** Runtime APIs: questions that clients ask of a state. */
import type { Codec, Codecs } from '../codec/index.ts'
import type { Context } from './context.ts'

export interface Method<V, R> {
  readonly inputs: Codecs<V>
  readonly output: Codec<R>
  run(ctx: Context, args: V): R
}
// biome-ignore lint/suspicious/noExplicitAny: methods of any types share one table
export type AnyMethod = Method<any, any>

/** One trait of `impl_runtime_apis!`; methods keep their order and their argument names. */
export interface Api {
  readonly name: string
  readonly version: number
  readonly methods: Readonly<Record<string, AnyMethod>>
}

/** Declares a method of a runtime API. */
export const method = <V, R>(
  inputs: Codecs<V>,
  output: Codec<R>,
  run: (ctx: Context, args: NoInfer<V>) => NoInfer<R>,
): Method<V, R> => ({ inputs, output, run })

/** Declares a runtime API. */
export const api = (name: string, version: number, methods: Api['methods']): Api => ({
  name,
  version,
  methods,
})
