/** Eras: for which blocks a transaction is valid. */
import { CodecError, makeCodec, u8, type VariantDef } from '../codec/index.ts'
import { FOREVER } from '../pallet/validity.ts'

/** `period` is a power of two from 4 to 65536; the era begins where block ≡ phase (mod period). */
export type Era =
  | { readonly type: 'Immortal' }
  | { readonly type: 'Mortal'; readonly period: number; readonly phase: number }

export const IMMORTAL: Era = { type: 'Immortal' }
const MIN_PERIOD = 4
const MAX_PERIOD = 1 << 16

/** Phases of long periods are kept in steps. */
const quantum = (period: number): number => Math.max(period >> 12, 1)

/** The era of about `period` blocks that contains block `current`. */
export function mortal(period: number, current: number): Era {
  let rounded = MIN_PERIOD
  while (rounded < period && rounded < MAX_PERIOD) rounded *= 2
  const phase = current % rounded
  return { type: 'Mortal', period: rounded, phase: phase - (phase % quantum(rounded)) }
}

/** The first block of the era around block `current`; 0 for ever. */
export function birth(era: Era, current: number): number {
  if (era.type === 'Immortal') return 0
  const { period, phase } = era
  return Math.floor((Math.max(current, phase) - phase) / period) * period + phase
}

/** The first block that is no longer in the era. */
export const death = (era: Era, current: number): bigint =>
  era.type === 'Immortal' ? FOREVER : BigInt(birth(era, current) + era.period)

const immortalVariant: VariantDef = { name: 'Immortal', index: 0, fields: [] }
const variants = [immortalVariant].concat(
  Array.from({ length: 255 }, (_, i) => ({
    name: `Mortal${i + 1}`,
    index: i + 1,
    fields: [{ type: u8 }],
  })),
)

/**
 * One byte zero, or two bytes: low 4 bits log2(period) − 1, the rest phase in quanta.
 *
 * source  polkadot-sdk substrate/primitives/runtime/src/generic/era.rs
 */
export const Era = makeCodec<Era>(
  { path: ['sp_runtime', 'generic', 'era', 'Era'], def: { tag: 'variant', variants } },
  (out, era) => {
    if (era.type === 'Immortal') return out.u8(0)
    const { period, phase } = era
    const exponent = Math.min(Math.max(31 - Math.clz32(period) - 1, 1), 15)
    out.u16(exponent | ((phase / quantum(period)) << 4))
  },
  (from) => {
    const first = from.u8()
    if (first === 0) return IMMORTAL
    const encoded = first | (from.u8() << 8)
    const period = 2 << (encoded % 16)
    const phase = (encoded >> 4) * quantum(period)
    if (period < MIN_PERIOD || phase >= period) throw new CodecError(`${encoded} is not an era`)
    return { type: 'Mortal', period, phase }
  },
)
