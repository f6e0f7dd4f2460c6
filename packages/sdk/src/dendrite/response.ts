/** What a response makes of the request it answers. */
import { SynapseError } from '../synapse/errors.ts'
import { type FieldDeclarations, isDefaulted, typeOf } from '../synapse/field-types.ts'
import { synapseFromHeaders } from '../synapse/headers.ts'
import { parseJson } from '../synapse/json.ts'
import { Ping, type Synapse, type SynapseMessage, type SynapseType } from '../synapse/synapse.ts'
import { parseTerminalInfo, type TerminalInfo } from '../synapse/terminal-info.ts'
import type { Json } from '../synapse/values.ts'
import { Unanswered } from './errors.ts'
import type { Reply } from './transport.ts'

const JSON_TYPE = /^application\/(?:[\w.+-]+?\+)?json$/i

/**
 * JSON of a response.
 *
 * refuses Unanswered 422: another content type, a text that is not JSON
 */
export function responseJson(reply: Reply, body: Uint8Array, url: string): Json {
  const type = reply.contentType.split(';', 1)[0]?.trim() ?? ''
  if (!JSON_TYPE.test(type)) {
    const said = `Attempt to decode JSON with unexpected mimetype: ${reply.contentType}`
    throw unparsed(`${reply.status}, message='${said}', url='${url}'`)
  }
  const text = new TextDecoder().decode(body)
  try {
    return parseJson(text)
  } catch (error) {
    throw unparsed(jsonComplaint(error, text))
  }
}

/**
 * Puts a response into its message: with status 200 the fields of the body, in any case the statuses.
 * Fields that the body leaves out keep their value; required ones must be there.
 *
 * differs  upstream also takes terminals and timeout from the body; here a server cannot change who was
 *          asked, nor who asked
 * refuses  Unanswered 422: fields or headers that do not parse
 * source   opentensor/bittensor bittensor/core/dendrite.py DendriteMixin.process_server_response
 */
export function applyResponse<F extends FieldDeclarations>(
  type: SynapseType<F>,
  message: Synapse<F>,
  reply: Reply,
  json: Json,
): void {
  try {
    const object = json instanceof Map ? (json as ReadonlyMap<string, Json>) : undefined
    if (!object) throw new SynapseError('INVALID_VALUE', 'expected an object')
    if (reply.status === 200) {
      const fields = answeredFields(type.fields, object)
      const axon = parseTerminalInfo(object.get('axon') ?? null, 'axon')
      Object.assign(message, fields)
      takeServerParts(message.axon, axon)
    } else {
      const text = object.get('message')
      message.axon.status_code = reply.status
      message.axon.status_message = typeof text === 'string' ? text : null
    }
  } catch (error) {
    if (error instanceof SynapseError) throw unparsed(error.message)
    throw error
  }
  applyStatus(message, reply)
}

/** Puts what the headers say of the axon into a message. Refuses Unanswered 422. */
export function applyStatus(message: SynapseMessage, reply: Reply): void {
  try {
    takeServerParts(message.axon, synapseFromHeaders(Ping, reply.headers).axon)
  } catch (error) {
    if (error instanceof SynapseError) throw unparsed(error.message)
    throw error
  }
  message.dendrite.status_code = message.axon.status_code
  message.dendrite.status_message = message.axon.status_message
}

function answeredFields(
  fields: FieldDeclarations,
  object: ReadonlyMap<string, Json>,
): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [key, declaration] of Object.entries(fields)) {
    const json = object.get(key)
    if (json !== undefined) values[key] = typeOf(declaration).parse(json, key)
    else if (!isDefaulted(declaration)) throw new SynapseError('MISSING_FIELD', `${key}: required`)
  }
  return values
}

const SERVER_PARTS = [
  'status_code',
  'status_message',
  'process_time',
  'version',
  'nonce',
  'uuid',
  'signature',
] as const satisfies readonly (keyof TerminalInfo)[]

/** What the axon knows of itself; where it is and its hotkey we knew before. */
function takeServerParts(axon: TerminalInfo, told: TerminalInfo): void {
  const parts = SERVER_PARTS.filter((key) => told[key] !== null)
  Object.assign(axon, Object.fromEntries(parts.map((key) => [key, told[key]])))
}

function unparsed(reason: string): Unanswered {
  return new Unanswered(422, `Failed to parse response: ${reason}`)
}

/** A parse error with line and column, as Python words it. */
function jsonComplaint(error: unknown, text: string): string {
  if (!(error instanceof SynapseError) || typeof error.data.position !== 'number') throw error
  const { position } = error.data
  const before = text.slice(0, position).split('\n')
  const column = (before.at(-1)?.length ?? 0) + 1
  return `${error.message}: line ${before.length} column ${column} (char ${position})`
}
