/** Hooks of MevShield: the inherent that announces keys, and the queue. */
import * as f from '@taonet/frame'
import { announce_next_key } from './calls.ts'
import { processPending } from './queue.ts'

/** Name of the inherent data: the author's key, or none, as `Option<bytes>`. */
export const IDENTIFIER = 'shieldpk'

const InherentKey = f.option(f.boundedBytes(2048))

export const on_initialize = processPending

export const is_inherent = (call: f.CallValue): boolean => call.name === 'announce_next_key'

/** An author without data about keys announces nothing; one without a key announces none. */
export function create_inherent(_ctx: f.Context, data: f.InherentData): f.CallValue | undefined {
  const encoded = data.get(IDENTIFIER)
  return encoded && announce_next_key({ enc_key: InherentKey.decode(encoded) })
}
