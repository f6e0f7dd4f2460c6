/**
 * Keys as nibbles: two to a byte, the high one first.
 *
 * A whole key stays a byte string and is read nibble by nibble; a part of a path is a Uint8Array with
 * one nibble (0 … 15) per element.
 */

/** Nibble `i` of a byte string. */
export function nibbleAt(key: string, i: number): number {
  const byte = key.charCodeAt(i >> 1)
  return i & 1 ? byte & 15 : byte >> 4
}

/** Nibbles `from` … `to` (exclusive) of a byte string. */
export function nibblesOf(key: string, from: number, to: number): Uint8Array {
  const nibbles = new Uint8Array(to - from)
  for (let i = from; i < to; i++) nibbles[i - from] = nibbleAt(key, i)
  return nibbles
}

/** How many nibbles of `partial` the key continues with from nibble `depth` on. */
export function sharedWithPartial(key: string, depth: number, partial: Uint8Array): number {
  const length = Math.min(partial.length, 2 * key.length - depth)
  let i = 0
  while (i < length && nibbleAt(key, depth + i) === partial[i]) i++
  return i
}

/** The first nibble from `depth` on in which two keys differ, or where the shorter one ends. */
export function firstDifference(a: string, b: string, depth: number): number {
  const end = 2 * Math.min(a.length, b.length)
  let i = depth
  while (i < end && nibbleAt(a, i) === nibbleAt(b, i)) i++
  return i
}

/**
 * The name under which a store keeps the node whose path is the first `length` nibbles of `key`.
 *
 * shape   a byte string: the whole bytes of the path, then its odd nibble (0 … 15), or 16 if it has none
 */
export function pathName(key: string, length: number): string {
  const whole = length >> 1
  return key.slice(0, whole) + String.fromCharCode(length & 1 ? nibbleAt(key, length - 1) : 16)
}

/** The name of the node that hangs below another: its path, then `nibbles`. */
export function childName(name: string, ...nibbles: readonly Uint8Array[]): string {
  const last = name.charCodeAt(name.length - 1)
  let path = name.slice(0, -1)
  let odd = last
  for (const part of nibbles) {
    for (const nibble of part) {
      if (odd === 16) odd = nibble
      else {
        path += String.fromCharCode((odd << 4) | nibble)
        odd = 16
      }
    }
  }
  return path + String.fromCharCode(odd)
}

/** The name of the root: a path without nibbles. */
export const ROOT_NAME = '\x10'

/** Parts of a path, joined. */
export function joinNibbles(a: Uint8Array, nibble: number, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + 1 + b.length)
  joined.set(a)
  joined[a.length] = nibble
  joined.set(b, a.length + 1)
  return joined
}
