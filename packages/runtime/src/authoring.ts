/** What a block author adds on its own: the slot in the digest and the data of the inherents. */
import * as f from '@taonet/frame'
import * as aura from './pallets/aura/constants.ts'
import { SHIELD_INHERENT } from './pallets/mev-shield/index.ts'
import * as timestamp from './pallets/timestamp/storage.ts'

const AURA = f.toHex(f.utf8('aura'))
/** Inherent data of Timestamp and of Aura. */
const TIMESTAMP = 'timstap0'
const AURA_SLOT = 'auraslot'
const ShieldKey = f.option(f.bytes)

/** Length of a slot and time of the last block, in milliseconds. */
export function timing(ctx: f.Context): { readonly slotMs: number; readonly lastMs: number } {
  return { slotMs: Number(aura.SlotDuration.get(ctx)), lastMs: Number(timestamp.Now.get(ctx)) }
}

const slotOf = (timeMs: number, slotMs: number): bigint => BigInt(Math.floor(timeMs / slotMs))

/** The digest that a block is opened with: its Aura slot. */
export const preDigest = (timeMs: number, slotMs: number): f.DigestItem[] => [
  { type: 'PreRuntime', value: [AURA, f.u64.encode(slotOf(timeMs, slotMs))] },
]

/** What inherents are made of. An author with a shield announces its next key. */
export function inherentData(
  timeMs: number,
  slotMs: number,
  shieldKey?: Uint8Array,
): f.InherentData {
  const data = new Map([
    [TIMESTAMP, f.u64.encode(BigInt(timeMs))],
    [AURA_SLOT, f.u64.encode(slotOf(timeMs, slotMs))],
  ])
  if (shieldKey) data.set(SHIELD_INHERENT, ShieldKey.encode(shieldKey))
  return data
}
