/** A synapse: the typed message between a dendrite and an axon, declared once. */
import { SynapseError } from './errors.ts'
import {
  type FieldDeclarations,
  type FieldInput,
  type FieldValues,
  fieldsToPython,
  isDefaulted,
  misfit,
  parseFields,
} from './field-types.ts'
import {
  parseFloatHeader,
  parseTerminalInfo,
  type TerminalInfo,
  terminalInfo,
  terminalInfoToPython,
} from './terminal-info.ts'
import { Float, type Json, type PythonValue } from './values.ts'

/** Seconds that a query may take unless told otherwise. */
export const DEFAULT_TIMEOUT = 12

const RESERVED = new Set([
  'name',
  'timeout',
  'total_size',
  'header_size',
  'dendrite',
  'axon',
  'computed_body_hash',
  'required_hash_fields',
])

/** What every synapse carries beside its own fields; names as on the wire. */
export class SynapseMessage {
  readonly name: string
  /** Seconds the whole exchange may take. */
  timeout = DEFAULT_TIMEOUT
  /** Bytes of the request's body and of its headers, for information. */
  total_size = 0
  header_size = 0
  dendrite: TerminalInfo = terminalInfo()
  axon: TerminalInfo = terminalInfo()
  computed_body_hash = ''

  constructor(name: string) {
    this.name = name
  }

  /** The axon answered, and with 200. */
  get isSuccess(): boolean {
    return this.dendrite.status_code === 200
  }

  get isTimeout(): boolean {
    return this.dendrite.status_code === 408
  }

  get isBlacklist(): boolean {
    return this.dendrite.status_code === 403
  }

  /** The axon did not accept nonce or signature. */
  get failedVerification(): boolean {
    return this.dendrite.status_code === 401
  }
}

/** A message with fields `F`. */
export type Synapse<F extends FieldDeclarations = FieldDeclarations> = SynapseMessage &
  FieldValues<F>

/** A declared kind of synapse: its route, its fields, and how messages of it come to be. */
export type SynapseType<F extends FieldDeclarations = FieldDeclarations> = {
  /** Route and Python class name. */
  readonly name: string
  readonly fields: F
  /** Fields that the body hash, and so the signature, covers; in hashing order. */
  readonly required_hash_fields: readonly (keyof F & string)[]
  create(values: FieldInput<F>): Synapse<F>
}

/** Message type of a declaration: `type Prompt = SynapseOf<typeof Prompt>`. */
export type SynapseOf<T> = T extends SynapseType<infer F> ? Synapse<F> : never

/**
 * Declares a synapse. One record gives types, JSON body, headers and hash:
 * `const Add = synapse('Add', { a: t.int, b: t.int, sum: t.optional(t.int) },
 * { required_hash_fields: ['a', 'b'] })`.
 *
 * differs  where a Python peer declares `required_hash_fields` as a model field, list the fields
 *          in the order of the model: that form hashes so
 * refuses  INVALID_DECLARATION: a field named like a part of every synapse, a name that is no route
 */
export function synapse<const F extends FieldDeclarations>(
  name: string,
  fields: F,
  options: { readonly required_hash_fields?: readonly (keyof F & string)[] } = {},
): SynapseType<F> {
  if (!/^\w+$/.test(name)) {
    throw new SynapseError('INVALID_DECLARATION', `expected a class name, got ${name}`)
  }
  for (const key of Object.keys(fields)) {
    if (RESERVED.has(key) || key in SynapseMessage.prototype) {
      throw new SynapseError('INVALID_DECLARATION', `${name}.${key}: the name is taken`)
    }
  }
  return {
    name,
    fields,
    required_hash_fields: options.required_hash_fields ?? [],
    create: (values) => withValues(name, { ...defaults(fields), ...values } as FieldValues<F>),
  }
}

/** The synapse without fields that every axon answers: a ping. */
export const Ping = synapse('Synapse', {})

/**
 * Message of a request body; unknown keys are ignored and the name is the route's.
 *
 * refuses INVALID_VALUE, MISSING_FIELD, INVALID_HEADER (texts where numbers belong)
 */
export function synapseFromBody<F extends FieldDeclarations>(
  type: SynapseType<F>,
  body: Json,
): Synapse<F> {
  if (!(body instanceof Map)) throw misfit(type.name, 'object', body)
  const json = body as ReadonlyMap<string, Json>
  const message = withValues(type.name, parseFields(type.fields, json))
  message.timeout = numberOr(json.get('timeout'), 'timeout', DEFAULT_TIMEOUT)
  message.total_size = numberOr(json.get('total_size'), 'total_size', 0)
  message.header_size = numberOr(json.get('header_size'), 'header_size', 0)
  message.dendrite = parseTerminalInfo(json.get('dendrite') ?? null, 'dendrite')
  message.axon = parseTerminalInfo(json.get('axon') ?? null, 'axon')
  return message
}

/** Whole message as Python dumps it: what request and response bodies hold. */
export function synapseToPython<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
): Map<string, PythonValue> {
  const fields = fieldsToPython(type.fields, message)
  return new Map([...synapseHeadToPython(type, message), ...fields])
}

/** The part of a message that every synapse has, as Python dumps it. */
export function synapseHeadToPython(
  type: { readonly name: string },
  message: SynapseMessage,
): Map<string, PythonValue> {
  return new Map<string, PythonValue>([
    ['name', type.name],
    ['timeout', new Float(message.timeout)],
    ['total_size', message.total_size],
    ['header_size', message.header_size],
    ['dendrite', terminalInfoToPython(message.dendrite)],
    ['axon', terminalInfoToPython(message.axon)],
    ['computed_body_hash', ''],
  ])
}

/** A message that shares no part with `message` but the values of its fields. */
export function copySynapse<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
): Synapse<F> {
  const copy = withValues(type.name, pickFields(type, message))
  copy.timeout = message.timeout
  copy.dendrite = { ...message.dendrite }
  copy.axon = { ...message.axon }
  return copy
}

function pickFields<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
): FieldValues<F> {
  const keys = Object.keys(type.fields)
  return Object.fromEntries(keys.map((key) => [key, message[key]])) as FieldValues<F>
}

/** A message with the given values of its fields. */
export function withValues<F extends FieldDeclarations>(
  name: string,
  values: FieldValues<F>,
): Synapse<F> {
  return Object.assign(new SynapseMessage(name), values) as Synapse<F>
}

function defaults(fields: FieldDeclarations): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, declaration] of Object.entries(fields)) {
    if (isDefaulted(declaration)) values[key] = declaration.default()
  }
  return values
}

function numberOr(json: Json | undefined, path: string, absent: number): number {
  if (json === undefined || json === null) return absent
  if (typeof json === 'string') return parseFloatHeader(path, json)
  const value = json instanceof Float ? json.value : Number(json)
  if (!Number.isFinite(value)) throw misfit(path, 'number', json)
  return value
}
