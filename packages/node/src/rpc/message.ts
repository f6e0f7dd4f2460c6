// JSON-RPC 2.0 messages: what came in, sorted; what goes out, as text.

import { isRawJson, parseJson, type RawJson } from './json.ts'
import { invalidRequest, parseError, type RpcError } from './rpc-error.ts'

/** Echoed unchanged; a number that no double holds is kept as its text. */
export type RequestId = string | number | null | RawJson

export interface Request {
  readonly type: 'request'
  readonly id: RequestId
  readonly method: string
  readonly params: unknown
}

/** Asks for no answer. */
export interface Notification {
  readonly type: 'notification'
}

export interface Malformed {
  readonly type: 'malformed'
  readonly id: RequestId
  readonly error: RpcError
}

export type Message = Request | Notification | Malformed

export type Incoming = Message | { readonly type: 'batch'; readonly messages: readonly Message[] }

/** How far a message may start with blanks; further in, it is no JSON-RPC. */
const MAX_LEADING_BLANKS = 127

/** True when the text begins like an object or an array. */
export function looksLikeMessage(text: string): boolean {
  const first = text.slice(0, MAX_LEADING_BLANKS + 1).search(/[^ \t\r\n\f]/)
  return first >= 0 && (text[first] === '{' || text[first] === '[')
}

/** Sorts one incoming text; never throws. */
export function readMessage(text: string): Incoming {
  if (!looksLikeMessage(text)) return { type: 'malformed', id: null, error: parseError() }
  let value: unknown
  try {
    value = parseJson(text)
  } catch {
    return { type: 'malformed', id: null, error: parseError() }
  }
  if (!Array.isArray(value)) return sort(value, parseError)
  return { type: 'batch', messages: value.map((entry) => sort(entry, invalidRequest)) }
}

/** What is no request and has no id is, as upstream has it, unreadable alone and invalid in a batch. */
function sort(value: unknown, withoutId: () => RpcError): Message {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isObject) return { type: 'malformed', id: null, error: withoutId() }
  const { jsonrpc, id, method, params } = value as Record<string, unknown>
  const isCall = jsonrpc === '2.0' && typeof method === 'string'
  if (!Object.hasOwn(value, 'id')) {
    if (isCall) return { type: 'notification' }
    return { type: 'malformed', id: null, error: withoutId() }
  }
  if (!isId(id)) return { type: 'malformed', id: null, error: invalidRequest() }
  if (!isCall) return { type: 'malformed', id, error: invalidRequest() }
  return { type: 'request', id, method, params }
}

function isId(id: unknown): id is RequestId {
  return id === null || typeof id === 'string' || typeof id === 'number' || isRawJson(id)
}

/** Text of a successful answer; `undefined` is written as null. */
export function successText(id: RequestId, result: unknown): string {
  const json = result === undefined ? 'null' : JSON.stringify(result)
  return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":${json}}`
}

/** Text of a failed answer. */
export function failureText(id: RequestId, error: RpcError): string {
  return `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"error":${JSON.stringify(error)}}`
}

/** Text of one event of a subscription. */
export function notificationText(method: string, subscription: string, result: unknown): string {
  const params = `{"subscription":"${subscription}","result":${JSON.stringify(result ?? null)}}`
  return `{"jsonrpc":"2.0","method":"${method}","params":${params}}`
}
