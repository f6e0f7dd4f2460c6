/** Bloom filters over logs: 2048 bits, of which every address and topic sets three. */
import * as f from '@taonet/frame'
import type { Bloom, Log } from './types.ts'

const BYTES = 256

function accrue(bloom: Uint8Array, input: Uint8Array): void {
  const hash = f.keccak256(input)
  for (let i = 0; i < 6; i += 2) {
    const bit = ((hash[i]! << 8) | hash[i + 1]!) % (BYTES * 8)
    bloom[BYTES - 1 - (bit >> 3)]! |= 1 << (bit & 7)
  }
}

/** The filter that finds all of `logs`. */
export function logsBloom(logs: readonly Log[]): Bloom {
  const bloom = new Uint8Array(BYTES)
  for (const { address, topics } of logs) {
    accrue(bloom, f.fromHex(address))
    for (const topic of topics) accrue(bloom, f.fromHex(topic))
  }
  return f.toHex(bloom)
}
