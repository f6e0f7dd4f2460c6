// The node sees an extrinsic as bytes behind their own length; what is inside is the runtime's business.

import type { RpcError } from '../rpc-error.ts'

/** Why bytes are no extrinsic, as Rust prints upstream's codec error: with `{}` and with `{:?}`. */
export interface Undecodable {
  readonly text: string
  readonly debug: string
}

const TOO_SHORT = 'Not enough data to fill buffer'
const OUT_OF_RANGE = 'out of range decoding Compact<u32>'
const NO_VECTOR = 'Not enough data to decode vector'
const WHERE = 'Could not decode `OpaqueExtrinsic.0`'

/** Bytes of a compact u32, and the least value that needs them, by the lowest two bits. */
const FORMS = [
  [1, 0],
  [2, 0x40],
  [4, 0x4000],
  [5, 0x4000_0000],
] as const

/** The length in front of some bytes and how long it is itself, or what is wrong with it. */
function lengthOf(bytes: Uint8Array): { length: number; size: number } | string {
  const first = bytes[0]
  if (first === undefined) return TOO_SHORT
  const [size, least] = FORMS[(first & 3) as 0 | 1 | 2 | 3]
  if (size === 5 && first !== 3) return OUT_OF_RANGE
  if (bytes.length < size) return TOO_SHORT
  let length = 0
  const start = size === 5 ? 1 : 0
  for (let i = size - 1; i >= start; i--) length = length * 256 + bytes[i]!
  if (start === 0) length = Math.floor(length / 4)
  return length < least ? OUT_OF_RANGE : { length, size }
}

/**
 * The extrinsic at the start of some bytes, its length prefix included; bytes behind it are dropped,
 * as upstream's decoder does.
 *
 * refuses what `refuse` makes of the codec's words, when the prefix promises more than there is
 */
export function readExtrinsic(
  bytes: Uint8Array,
  refuse: (why: Undecodable) => RpcError,
): Uint8Array {
  const prefix = lengthOf(bytes)
  if (typeof prefix === 'string') throw refuse(undecodable(prefix))
  const end = prefix.size + prefix.length
  if (end > bytes.length) throw refuse(undecodable(NO_VECTOR))
  return bytes.subarray(0, end)
}

function undecodable(cause: string): Undecodable {
  return {
    text: `${WHERE}:\n\t${cause}\n`,
    debug: `Error { cause: Some(Error { cause: None, desc: "${cause}" }), desc: "${WHERE}" }`,
  }
}
