/** What a synapse says of each of its two ends. */
import { SynapseError } from './errors.ts'
import { misfit } from './field-types.ts'
import { floatText } from './python-text.ts'
import { Float, type Json, type PythonValue } from './values.ts'

/** One end of an exchange; names as on the wire, every part may be unknown. */
export type TerminalInfo = {
  status_code: number | null
  status_message: string | null
  /** Seconds that this end took. */
  process_time: number | null
  ip: string | null
  port: number | null
  version: number | null
  /** Unix nanoseconds. */
  nonce: bigint | null
  uuid: string | null
  hotkey: string | null
  /** `0x` and 128 hex digits. */
  signature: string | null
}

type Kind = 'int' | 'bigint' | 'float' | 'str'

/** Fields in the order in which Python writes them. */
const KINDS: Readonly<Record<keyof TerminalInfo, Kind>> = {
  status_code: 'int',
  status_message: 'str',
  process_time: 'float',
  ip: 'str',
  port: 'int',
  version: 'int',
  nonce: 'bigint',
  uuid: 'str',
  hotkey: 'str',
  signature: 'str',
}
const KEYS = Object.keys(KINDS) as (keyof TerminalInfo)[]

const INTEGER_TEXT = /^\s*[+-]?\d+(?:_\d+)*\s*$/
const FLOAT_TEXT = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/

/** A terminal of which only the given parts are known. */
export function terminalInfo(known: Partial<TerminalInfo> = {}): TerminalInfo {
  return {
    status_code: null,
    status_message: null,
    process_time: null,
    ip: null,
    port: null,
    version: null,
    nonce: null,
    uuid: null,
    hotkey: null,
    signature: null,
    ...known,
  }
}

/**
 * Terminal of a body's JSON; `null` is an unknown terminal.
 *
 * refuses INVALID_VALUE: numbers that are none, texts that are none
 */
export function parseTerminalInfo(json: Json, path: string): TerminalInfo {
  const info: Record<string, unknown> = terminalInfo()
  if (json === null) return info as TerminalInfo
  if (!(json instanceof Map)) throw misfit(path, 'object', json)
  for (const key of KEYS) {
    const value: Json | undefined = json.get(key)
    if (value !== undefined && value !== null) info[key] = parsePart(key, value, path)
  }
  return info as TerminalInfo
}

/** Terminal as Python sees it. */
export function terminalInfoToPython(info: TerminalInfo): Map<string, PythonValue> {
  const entries = new Map<string, PythonValue>()
  for (const key of KEYS) {
    const value = info[key]
    entries.set(key, key === 'process_time' && value !== null ? new Float(Number(value)) : value)
  }
  return entries
}

/** Known parts as headers `bt_header_<end>_<part>`. */
export function terminalInfoToHeaders(
  end: 'axon' | 'dendrite',
  info: TerminalInfo,
): [string, string][] {
  return KEYS.flatMap((key) => {
    const value = info[key]
    if (value === null) return []
    const text = key === 'process_time' ? floatText(Number(value)) : String(value)
    return [[`bt_header_${end}_${key}`, text] as [string, string]]
  })
}

/**
 * Terminal of headers; parts without a header are unknown.
 *
 * refuses INVALID_HEADER: a number part that is not one
 */
export function terminalInfoFromHeaders(
  end: 'axon' | 'dendrite',
  headers: ReadonlyMap<string, string>,
): TerminalInfo {
  const info: Record<string, unknown> = terminalInfo()
  for (const key of KEYS) {
    const header = `bt_header_${end}_${key}`
    const text = headers.get(header)
    if (text === undefined) continue
    if (KINDS[key] === 'str') info[key] = text
    else if (KINDS[key] === 'float') info[key] = parseFloatHeader(header, text)
    else info[key] = parseIntegerHeader(header, text, KINDS[key])
  }
  return info as TerminalInfo
}

/** Integer text as Python's `int()` takes it. Refuses INVALID_HEADER. */
export function parseIntegerHeader(header: string, text: string, kind: Kind): number | bigint {
  if (!INTEGER_TEXT.test(text)) throw badHeader(header, text, 'an integer')
  const value = BigInt(text.trim().replaceAll('_', '').replace('+', ''))
  if (kind === 'bigint') return value
  if (!Number.isSafeInteger(Number(value))) throw badHeader(header, text, 'an integer below 2^53')
  return Number(value)
}

/** Number text as Python's `float()` takes it, finite. Refuses INVALID_HEADER. */
export function parseFloatHeader(header: string, text: string): number {
  const value = FLOAT_TEXT.test(text) ? Number(text) : Number.NaN
  if (!Number.isFinite(value)) throw badHeader(header, text, 'a number')
  return value
}

function badHeader(header: string, text: string, expected: string): SynapseError {
  const shown = JSON.stringify(text.slice(0, 40))
  return new SynapseError('INVALID_HEADER', `${header}: expected ${expected}, got ${shown}`)
}

function parsePart(key: keyof TerminalInfo, value: Json, path: string): unknown {
  const kind = KINDS[key]
  const where = `${path}.${key}`
  if (kind === 'str') {
    if (typeof value !== 'string') throw misfit(where, 'str', value)
    return value
  }
  const number = value instanceof Float ? value.value : value
  if (typeof number === 'string') {
    return kind === 'float'
      ? parseFloatHeader(where, number)
      : parseIntegerHeader(where, number, kind)
  }
  if (typeof number !== 'number' && typeof number !== 'bigint') throw misfit(where, kind, value)
  if (kind === 'float') return Number(number)
  const integer = typeof number === 'bigint' ? number : BigInt(Math.trunc(number))
  if (kind === 'bigint') return integer
  if (!Number.isSafeInteger(Number(integer))) throw misfit(where, 'int below 2^53', value)
  return Number(integer)
}
