/** Constants: fixed for a network, visible in metadata. */
import type { Codec } from '../codec/index.ts'
import type { Context } from './context.ts'
import { type Item, path } from './item.ts'

/** A constant's value on one network: `Tempo.is(10)`. */
export type Setting = readonly [constant: object, value: unknown]
export type Settings = ReadonlyMap<object, unknown>

export interface Constant<T> extends Item {
  readonly kind: 'constant'
  readonly codec: Codec<T>
  /** Rank by declaration: what metadata lists first was declared first. */
  readonly order: number
  get(ctx: Context): T
  /** The value under a network's settings; what metadata prints. */
  under(settings: Settings): T
  is(value: T): Setting
}

let declared = 0

/** Declares a constant. A function as preset derives it from other constants of the network. */
export function constant<T>(
  codec: Codec<T>,
  preset: NoInfer<T> | ((settings: Settings) => NoInfer<T>),
): Constant<T> {
  const under = (settings: Settings): T => {
    if (settings.has(self)) return settings.get(self) as T
    return typeof preset === 'function' ? (preset as (settings: Settings) => T)(settings) : preset
  }
  const self: Constant<T> = {
    kind: 'constant',
    path: path(),
    codec,
    order: declared++,
    under,
    get: (ctx) => under(ctx.runtime.settings),
    is: (value) => [self, value],
  }
  return self
}

export const isConstant = (value: unknown): value is Constant<unknown> =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'constant'
