// Codecs of parameters: JSON in, a checked value out, or a sentence why not.

import type { Hash, StorageKey } from '../chain.ts'
import { bytesOfHex, hexOf, keyOf } from './hex.ts'
import { isRawJson } from './json.ts'
import { invalidParams } from './rpc-error.ts'

/** Reads one parameter; `undefined` stands for a missing one. Throws RpcError -32602. */
export interface Param<T> {
  decode(value: unknown): T
}

/** The values that a list of codecs reads. */
export type Decoded<P extends readonly Param<unknown>[]> = {
  [I in keyof P]: P[I] extends Param<infer T> ? T : never
}

function param<T>(expected: string, read: (value: unknown) => T | undefined): Param<T> {
  return {
    decode(value) {
      if (value === undefined) throw invalidParams('No more params')
      const result = read(value)
      if (result !== undefined) return result
      throw invalidParams(`invalid ${kindOf(value)}, expected ${expected}`)
    },
  }
}

/** Short name of a JSON value as error texts have it. */
function kindOf(value: unknown): string {
  if (value === null) return 'type: null'
  if (typeof value === 'string') return `value: string ${JSON.stringify(value.slice(0, 80))}`
  if (typeof value === 'number') return `value: number \`${value}\``
  if (typeof value === 'boolean') return `type: boolean \`${value}\``
  return Array.isArray(value) ? 'type: sequence' : 'type: map'
}

/** Decodes positional parameters; those beyond the declared ones are ignored, as upstream does. */
export function decodeParams(codecs: readonly Param<unknown>[], params: unknown): unknown[] {
  const given = params ?? []
  if (!Array.isArray(given)) throw invalidParams('expected the parameters as an array')
  return codecs.map((codec, i) => codec.decode(given[i]))
}

/** Absent, `null` or the value. */
export function optional<T>(codec: Param<T>): Param<T | undefined> {
  return {
    decode: (value) => (value === undefined || value === null ? undefined : codec.decode(value)),
  }
}

export function list<T>(codec: Param<T>): Param<T[]> {
  const array = param('a sequence', (value) => (Array.isArray(value) ? value : undefined))
  return { decode: (value) => array.decode(value).map((entry) => codec.decode(entry ?? null)) }
}

/** One value or a list of them; always read as `{ isList, values }`. */
export function listOrValue<T>(codec: Param<T>): Param<{ isList: boolean; values: T[] }> {
  const many = list(codec)
  return {
    decode: (value) =>
      Array.isArray(value)
        ? { isList: true, values: many.decode(value) }
        : { isList: false, values: [codec.decode(value)] },
  }
}

export const text: Param<string> = param('a string', (value) =>
  typeof value === 'string' ? value : undefined,
)

export const bool: Param<boolean> = param('a boolean', (value) =>
  typeof value === 'boolean' ? value : undefined,
)

/** Any JSON but a missing one. */
export const anything: Param<unknown> = param('a value', (value) => value)

function unsigned(name: string, max: number): Param<number> {
  return param(name, (value) => {
    const isFit = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= max
    return isFit ? value : undefined
  })
}

export const u8: Param<number> = unsigned('u8', 0xff)
export const u16: Param<number> = unsigned('u16', 0xffff)
export const u32: Param<number> = unsigned('u32', 0xffff_ffff)

const U64_MAX = 0xffff_ffff_ffff_ffffn

export const u64: Param<bigint> = param('u64', (value) => {
  if (!isRawJson(value) && !Number.isSafeInteger(value)) return undefined
  const number = BigInt(isRawJson(value) ? value.rawJSON : (value as number))
  return number >= 0n && number <= U64_MAX ? number : undefined
})

/** One of some words. */
export function word<const W extends string>(...words: readonly W[]): Param<W> {
  return param(`one of ${words.join(', ')}`, (value) => words.find((known) => known === value))
}

/** Bytes as hex (`0x` optional) or as an array of byte numbers. */
export const bytes: Param<Uint8Array> = param('a (both 0x-prefixed or not) hex string', (value) => {
  if (typeof value === 'string') return bytesOfHex(value) ?? undefined
  return Array.isArray(value) ? bytesOfNumbers(value) : undefined
})

/** Bytes as an array of byte numbers only. */
export const byteNumbers: Param<Uint8Array> = param('a sequence of bytes', (value) =>
  Array.isArray(value) ? bytesOfNumbers(value) : undefined,
)

function bytesOfNumbers(value: readonly unknown[]): Uint8Array | undefined {
  const isByte = (entry: unknown): entry is number =>
    typeof entry === 'number' && Number.isInteger(entry) && entry >= 0 && entry <= 255
  return value.every(isByte) ? Uint8Array.from(value) : undefined
}

/** A storage key, read as a byte string. */
export const storageKey: Param<StorageKey> = { decode: (value) => keyOf(bytes.decode(value)) }

/** 32 bytes of hex (`0x` optional), read in lower case with `0x`. */
export const hash: Param<Hash> = param('a hex string of 32 bytes', (value) => {
  if (typeof value !== 'string') return undefined
  const digits = value.startsWith('0x') ? value.slice(2) : value
  if (digits.length !== 64) return undefined
  const decoded = bytesOfHex(digits)
  return decoded?.length === 32 ? hexOf(decoded) : undefined
})

/** A whole number as JSON number or as hex. */
export const numberOrHex: Param<bigint> = param('a number or a hex string', (value) => {
  if (typeof value !== 'string') return u64.decode(value)
  const digits = value.startsWith('0x') ? value.slice(2) : value
  return /^[0-9a-fA-F]{1,64}$/.test(digits) ? BigInt(`0x${digits}`) : undefined
})
