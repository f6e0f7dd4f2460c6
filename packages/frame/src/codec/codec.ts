/** What a codec is: a wire type that can be written, read and described; its TypeScript type is derived from it. */
import { Reader, Writer } from './buffer.ts'

/** A codec of whatever type, where only its description or its bytes matter. */
// biome-ignore lint/suspicious/noExplicitAny: the invariant parameter has no other supertype
export type AnyCodec = Codec<any>

/** A named or unnamed part of a composite or of an enum's variant. */
export interface Field {
  readonly name?: string
  readonly type: AnyCodec
}

export interface VariantDef {
  readonly name: string
  readonly index: number
  readonly fields: readonly Field[]
  readonly docs?: readonly string[]
}

/** The shape of a wire type, as scale-info names it. */
export type TypeDef =
  | { readonly tag: 'primitive'; readonly name: Primitive }
  | { readonly tag: 'compact'; readonly type: AnyCodec }
  | { readonly tag: 'sequence'; readonly type: AnyCodec }
  | { readonly tag: 'array'; readonly len: number; readonly type: AnyCodec }
  | { readonly tag: 'tuple'; readonly types: readonly AnyCodec[] }
  | { readonly tag: 'composite'; readonly fields: readonly Field[] }
  | { readonly tag: 'variant'; readonly variants: readonly VariantDef[] }

export type Primitive =
  | 'bool'
  | 'char'
  | 'str'
  | `u${8 | 16 | 32 | 64 | 128 | 256}`
  | `i${8 | 16 | 32 | 64 | 128 | 256}`

/** A generic parameter of a named type; without `type` it is a marker only. */
export interface TypeParam {
  readonly name: string
  readonly type?: AnyCodec
}

/** How metadata prints a codec. `def` is a function where the type refers to itself. */
export interface TypeInfo {
  readonly path: readonly string[]
  readonly params?: readonly TypeParam[]
  readonly def: TypeDef | (() => TypeDef)
}

/**
 * A wire type. `write`/`read` work inside a larger value; `encode`/`decode` on a whole one.
 *
 * refuses `CodecError` when bytes are short, out of range, not canonical or (decode) left over
 */
export interface Codec<in out T> {
  readonly type: TypeInfo
  write(out: Writer, value: T): void
  read(from: Reader): T
  encode(value: T): Uint8Array
  decode(bytes: Uint8Array): T
  /** The codec of the same type as an item of a list, where upstream boxes it elsewhere. */
  readonly inList?: Codec<T>
}

/** The codecs of the fields of `V`. Inference reads it backwards: from the codecs to `V`. */
export type Codecs<V> = { readonly [K in keyof V]: Codec<V[K]> }
/** The TypeScript type that a codec describes. */
export type Value<C> = C extends Codec<infer T> ? T : never
declare const unit: unique symbol
/** A `T` that remembers its unit: a bare `T` fits in, a `T` of another unit does not. */
export type Flavor<T, Unit extends string> = T & { readonly [unit]?: Unit }

/** Bytes as lower-case hex with `0x`. */
export type Hex = string

const scratch = new Writer(1024)
let scratchBusy = false

/** Completes a codec from its three essentials. */
export function makeCodec<T>(
  type: TypeInfo,
  write: (out: Writer, value: T) => void,
  read: (from: Reader) => T,
): Codec<T> {
  return {
    type,
    write,
    read,
    encode(value) {
      if (scratchBusy) {
        const own = new Writer(64)
        write(own, value)
        return own.take()
      }
      scratchBusy = true
      scratch.reset()
      try {
        write(scratch, value)
        return scratch.take()
      } finally {
        scratchBusy = false
      }
    },
    decode(bytes) {
      const from = new Reader(bytes)
      const value = read(from)
      from.end()
      return value
    },
  }
}

/** The same wire type under another TypeScript type. */
export const flavored = <To extends From, From>(codec: Codec<From>): Codec<To> =>
  codec as unknown as Codec<To>

/** Unfolds a lazily given shape. */
export const typeDef = (type: TypeInfo): TypeDef =>
  typeof type.def === 'function' ? type.def() : type.def
