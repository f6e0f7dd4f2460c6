/** Synapses as HTTP headers: what an axon sees of a request before it reads the body. */
import { bodyHash } from './body-hash.ts'
import { type FieldDeclarations, type FieldType, isDefaulted, parseFields } from './field-types.ts'
import { formatJson, parseJson } from './json.ts'
import { floatText } from './python-text.ts'
import { type Synapse, type SynapseType, withValues } from './synapse.ts'
import {
  parseFloatHeader,
  parseIntegerHeader,
  terminalInfoFromHeaders,
  terminalInfoToHeaders,
} from './terminal-info.ts'
import { Float, type Json, type PythonValue, Tuple } from './values.ts'

const INPUT_PREFIX = 'bt_header_input_obj_'

/**
 * Headers of a message, in Python's order. Required fields appear by an empty value of their type,
 * which lets a Python axon build the message before it has the body. `bodySize` is the length of the
 * JSON body in bytes; `hash` the body's, where it is known.
 *
 * differs  upstream reports CPython's memory use as sizes; here `header_size` and `total_size` are
 *          bytes on the wire
 * refuses  INVALID_VALUE: a field whose value does not fit its type
 * source   opentensor/bittensor bittensor/core/synapse.py Synapse.to_headers
 */
export function synapseToHeaders<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
  bodySize: number,
  hash = bodyHash(type, message),
): [string, string][] {
  const headers: [string, string][] = [
    ['name', type.name],
    ['timeout', floatText(message.timeout)],
    ...terminalInfoToHeaders('axon', message.axon),
    ...terminalInfoToHeaders('dendrite', message.dendrite),
    ...inputHeaders(type, message),
  ]
  const headerSize = headers.reduce((size, [name, text]) => size + name.length + text.length + 4, 0)
  headers.push(
    ['header_size', String(headerSize)],
    ['total_size', String(headerSize + bodySize)],
    ['computed_body_hash', hash],
  )
  return headers
}

/**
 * Message of headers alone: required fields hold what their header says, usually an empty value; a
 * timeout that is not said is 0.
 *
 * refuses INVALID_HEADER, INVALID_VALUE; MISSING_FIELD where a required field has no header
 */
export function synapseFromHeaders<F extends FieldDeclarations>(
  type: SynapseType<F>,
  headers: ReadonlyMap<string, string>,
): Synapse<F> {
  const inputs = new Map<string, Json>()
  for (const [name, text] of headers) {
    if (!name.startsWith(INPUT_PREFIX)) continue
    const value = decodeInput(text)
    if (value !== undefined) inputs.set(name.slice(INPUT_PREFIX.length), value)
  }
  const message = withValues(type.name, parseFields(type.fields, inputs))
  const timeout = headers.get('timeout')
  message.timeout = timeout === undefined ? 0 : parseFloatHeader('timeout', timeout)
  message.header_size = sizeHeader(headers, 'header_size')
  message.total_size = sizeHeader(headers, 'total_size')
  message.computed_body_hash = headers.get('computed_body_hash') ?? ''
  message.axon = terminalInfoFromHeaders('axon', headers)
  message.dendrite = terminalInfoFromHeaders('dendrite', headers)
  return message
}

function sizeHeader(headers: ReadonlyMap<string, string>, name: string): number {
  const text = headers.get(name)
  return text === undefined ? 0 : Number(parseIntegerHeader(name, text, 'int'))
}

function inputHeaders<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
): [string, string][] {
  const headers: [string, string][] = []
  for (const [key, declaration] of Object.entries(type.fields)) {
    if (isDefaulted(declaration)) continue
    const fieldType: FieldType<unknown> = declaration
    const value = fieldType.toPython(message[key], key)
    if (value === null) continue
    const shown = formatJson(fieldType.headerHoldsValue ? value : emptyOf(value))
    headers.push([INPUT_PREFIX + key, encodeBase64(shown)])
  }
  return headers
}

/** What Python gets by calling the value's class without arguments. */
function emptyOf(value: PythonValue): PythonValue {
  if (typeof value === 'string') return ''
  if (typeof value === 'boolean') return false
  if (value instanceof Float) return new Float(0)
  if (typeof value === 'number') return Number.isInteger(value) ? 0 : new Float(0)
  if (typeof value === 'bigint') return 0
  return Array.isArray(value) || value instanceof Tuple ? [] : new Map()
}

/** A header that cannot be decoded counts as absent, as upstream. */
function decodeInput(text: string): Json | undefined {
  try {
    return parseJson(new TextDecoder('utf-8', { fatal: true }).decode(decodeBase64(text)))
  } catch {
    return undefined
  }
}

function encodeBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

function decodeBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
