/** Metadata 14, 15 and 16 as bytes. */
import { concatBytes, utf8 } from '../crypto/bytes.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { version14 } from './version14.ts'
import { version15 } from './version15.ts'
import { version16 } from './version16.ts'

export const METADATA_VERSIONS = [14, 15, 16] as const
export type MetadataVersion = (typeof METADATA_VERSIONS)[number]

const ENCODERS = { 14: version14, 15: version15, 16: version16 } as const
const made = new WeakMap<Runtime, Map<MetadataVersion, Uint8Array>>()

/**
 * A runtime's metadata: magic, version byte and content, as clients read it. Made once per runtime.
 *
 * shape `undefined` for a version that does not exist
 */
export function metadata(runtime: Runtime, version: number): Uint8Array | undefined {
  if (!(version in ENCODERS)) return undefined
  const known = version as MetadataVersion
  let cache = made.get(runtime)
  if (!cache) made.set(runtime, (cache = new Map()))
  let out = cache.get(known)
  if (!out) {
    out = concatBytes(utf8('meta'), new Uint8Array([known]), ENCODERS[known](runtime))
    cache.set(known, out)
  }
  return out
}
