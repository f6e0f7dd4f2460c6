/** Numbers that look random, the same for a seed in every run; and what is done with them to bytes and JSON. */
import { concatBytes } from '@taonet/frame'

/** A whole number from 0 up to, not including, `below`. */
export type Draw = (below: number) => number

/** Mulberry32. */
export function drawFrom(seed: number): Draw {
  let state = seed | 0
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

export const oneOf = <T>(draw: Draw, list: readonly T[]): T => list[draw(list.length)] as T

export const anyBytes = (draw: Draw, length: number): Uint8Array =>
  Uint8Array.from({ length }, () => draw(256))

/** One to four changes: bits, bytes, cuts, repeats, insertions, and parts of `other`. */
export function mutateBytes(draw: Draw, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  let out = bytes
  for (let left = 1 + draw(4); left > 0; left--) out = changeOnce(draw, out, other)
  return out
}

function changeOnce(draw: Draw, bytes: Uint8Array, other: Uint8Array): Uint8Array {
  const at = draw(bytes.length + 1)
  const [head, tail] = [bytes.subarray(0, at), bytes.subarray(at)]
  switch (draw(6)) {
    case 0: {
      const out = bytes.slice()
      if (at < out.length) out[at]! ^= 1 << draw(8)
      return out
    }
    case 1: {
      const out = bytes.slice()
      if (at < out.length) out[at] = oneOf(draw, [0, 1, 0x7f, 0x80, 0xff, draw(256)])
      return out
    }
    case 2:
      return head.slice()
    case 3:
      return concatBytes(head, tail.subarray(1 + draw(8)))
    case 4:
      return concatBytes(head, anyBytes(draw, 1 + draw(6)), tail)
    default:
      return concatBytes(head, other.subarray(draw(other.length + 1)))
  }
}

const ODD: readonly unknown[] = [
  ...[null, true, false, 0, -1, 1, 1.5, 1e308, 2 ** 32, 2 ** 53, -(2 ** 63)],
  ...['', '0x', '0x0', '0xzz', '0x00', 'latest', 'τ', '\u0000', '__proto__', 'constructor'],
  ...[[], {}, [[]], [null], { length: 1e9 }, { toString: 1 }],
]

const NAMES = ['', '0', 'id', 'jsonrpc', 'method', 'params', '__proto__', 'constructor', 'toString']

/** Some part of a JSON value replaced, doubled, dropped or wrapped. */
export function mutateJson(draw: Draw, value: unknown): unknown {
  if (draw(4) === 0 || typeof value !== 'object' || value === null) return oddOf(draw, value)
  if (Array.isArray(value)) {
    const list: unknown[] = [...value]
    const at = draw(list.length + 1)
    if (at === list.length) list.push(oneOf(draw, ODD))
    else if (draw(5) === 0) list.splice(at, 1)
    else list[at] = mutateJson(draw, list[at])
    return list
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return oneOf(draw, ODD)
  const at = draw(entries.length)
  const [key, part] = entries[at]!
  if (draw(6) === 0) entries.splice(at, 1)
  else entries[at] = [draw(8) === 0 ? oneOf(draw, NAMES) : key, mutateJson(draw, part)]
  return Object.fromEntries(entries)
}

function oddOf(draw: Draw, value: unknown): unknown {
  if (typeof value === 'string' && draw(2) === 0) {
    const at = draw(value.length + 1)
    return value.slice(0, at) + oneOf(draw, ['', 'f', '0', 'g', value, '\ud800'])
  }
  if (typeof value === 'number' && draw(2) === 0) return value + draw(5) - 2
  if (draw(5) === 0) return [value]
  return oneOf(draw, ODD)
}
