// What a client reads when a call fails. Codes and texts are matched by clients: they are part of the wire.

/** Codes of JSON-RPC 2.0 and of the server library that upstream nodes use. */
export const CODE = {
  parse: -32700,
  invalidRequest: -32600,
  methodNotFound: -32601,
  invalidParams: -32602,
  internal: -32603,
  batchesOff: -32005,
  tooManySubscriptions: -32006,
  oversizedRequest: -32007,
  oversizedResponse: -32008,
  serverBusy: -32009,
  batchTooLong: -32010,
  batchResponseTooBig: -32011,
  tooManyCalls: -32999,
} as const

/** A JSON-RPC error object on its way to the client; `data` is left out when undefined. */
export class RpcError extends Error {
  readonly code: number
  readonly data: unknown

  constructor(code: number, message: string, data?: unknown) {
    super(message)
    this.name = 'RpcError'
    this.code = code
    this.data = data
  }

  /** Own fields in the order that clients print them. */
  toJSON(): { code: number; message: string; data?: unknown } {
    const { code, message, data } = this
    return data === undefined ? { code, message } : { code, message, data }
  }
}

export function parseError(): RpcError {
  return new RpcError(CODE.parse, 'Parse error')
}

export function invalidRequest(): RpcError {
  return new RpcError(CODE.invalidRequest, 'Invalid request')
}

export function methodNotFound(): RpcError {
  return new RpcError(CODE.methodNotFound, 'Method not found')
}

export function invalidParams(why: string): RpcError {
  return new RpcError(CODE.invalidParams, 'Invalid params', why)
}

export function internalError(why?: string): RpcError {
  return new RpcError(CODE.internal, 'Internal error', why)
}

export function unsafeCall(): RpcError {
  return new RpcError(CODE.methodNotFound, 'RPC call is unsafe to be called externally')
}

export function batchesOff(): RpcError {
  return new RpcError(CODE.batchesOff, 'Batched requests are not supported by this server')
}

export function tooManyCalls(): RpcError {
  return new RpcError(CODE.tooManyCalls, 'RPC rate limit exceeded')
}

export function tooManySubscriptions(limit: number): RpcError {
  return new RpcError(
    CODE.tooManySubscriptions,
    'Too many subscriptions on the connection',
    exceeded(limit),
  )
}

export function oversizedRequest(limitBytes: number): RpcError {
  return new RpcError(CODE.oversizedRequest, 'Request is too big', exceeded(limitBytes))
}

export function oversizedResponse(limitBytes: number): RpcError {
  return new RpcError(CODE.oversizedResponse, 'Response is too big', exceeded(limitBytes))
}

export function batchTooLong(limit: number): RpcError {
  return new RpcError(CODE.batchTooLong, 'The batch request was too large', exceeded(limit))
}

export function batchResponseTooBig(limitBytes: number): RpcError {
  return new RpcError(
    CODE.batchResponseTooBig,
    'The batch response was too large',
    exceeded(limitBytes),
  )
}

function exceeded(limit: number): string {
  return `Exceeded max limit of ${limit}`
}
