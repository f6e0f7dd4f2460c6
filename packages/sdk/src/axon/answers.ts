/** Writing of responses. */
import type { ServerResponse } from 'node:http'
import type { FieldDeclarations } from '../synapse/field-types.ts'
import { synapseToHeaders } from '../synapse/headers.ts'
import { formatJson } from '../synapse/json.ts'
import { type Synapse, type SynapseType, synapseToPython } from '../synapse/synapse.ts'

/** Python dendrites refuse header values of 8190 bytes and more. */
const MAX_HEADER_LENGTH = 8000

/** Sends the whole synapse as JSON, with its headers. */
export function sendSynapse<F extends FieldDeclarations>(
  response: ServerResponse,
  type: SynapseType<F>,
  message: Synapse<F>,
): void {
  const body = Buffer.from(formatJson(synapseToPython(type, message)))
  sendJson(response, message.axon.status_code ?? 200, {
    body,
    headers: synapseToHeaders(type, message, body.length),
  })
}

/** Sends only the status of a synapse: `{"message": …}` with the synapse's headers. */
export function sendStatus<F extends FieldDeclarations>(
  response: ServerResponse,
  type: SynapseType<F>,
  message: Synapse<F>,
): void {
  const text = message.axon.status_message ?? ''
  const body = Buffer.from(JSON.stringify({ message: text }))
  sendJson(response, message.axon.status_code ?? 400, {
    body,
    headers: synapseToHeaders(type, message, body.length),
  })
}

/** Sends a detail that concerns HTTP rather than a synapse. */
export function sendDetail(response: ServerResponse, status: number, detail: unknown): void {
  const body = Buffer.from(JSON.stringify({ detail }))
  sendJson(response, status, { body, headers: [] })
}

/** Starts a streamed answer: status and headers now, chunks later. */
export function startStream<F extends FieldDeclarations>(
  response: ServerResponse,
  type: SynapseType<F>,
  message: Synapse<F>,
): void {
  setHeaders(response, synapseToHeaders(type, message, 0))
  response.setHeader('content-type', 'text/event-stream')
  response.writeHead(message.axon.status_code ?? 200)
  response.flushHeaders()
}

function sendJson(
  response: ServerResponse,
  status: number,
  content: { body: Uint8Array; headers: readonly [string, string][] },
): void {
  setHeaders(response, content.headers)
  response.setHeader('content-length', content.body.length)
  response.setHeader('content-type', 'application/json')
  response.writeHead(status)
  response.end(content.body)
}

/** Sets headers that hold texts of peers: cut, and cleaned of what headers cannot carry. */
function setHeaders(response: ServerResponse, headers: readonly [string, string][]): void {
  for (const [name, text] of headers) {
    const cut = text.slice(0, MAX_HEADER_LENGTH)
    response.setHeader(name, cut.replace(/[^\x20-\x7e\xa0-\xff]/g, '?'))
  }
}
