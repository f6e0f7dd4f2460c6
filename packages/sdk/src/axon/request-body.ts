/** Reading of request bodies, never more than allowed. */
import type { IncomingMessage } from 'node:http'
import { AxonRefusal } from './errors.ts'

/**
 * Whole body of a request as text.
 *
 * refuses AxonRefusal 413 beyond `limit` bytes, 400 where it is not UTF-8; the signal's reason; the
 *         error of a connection that breaks
 */
export async function readBody(
  request: IncomingMessage,
  limit: number,
  signal: AbortSignal,
): Promise<string> {
  if (declaredLength(request) > limit) throw tooLarge(limit)
  const bytes = await collect(request, limit, signal)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new AxonRefusal(400, 'There was an error parsing the body')
  }
}

/** Bytes that a request says its body has; unknown is none. */
export function declaredLength(request: IncomingMessage): number {
  return Number(request.headers['content-length'] ?? 0)
}

function collect(
  request: IncomingMessage,
  limit: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const chunks: Uint8Array[] = []
  let size = 0
  const onAbort = () => reject(signal.reason)
  signal.addEventListener('abort', onAbort)
  if (signal.aborted) onAbort()
  request.on('data', (chunk: Uint8Array) => {
    size += chunk.length
    if (size > limit) {
      request.pause()
      chunks.length = 0
      reject(tooLarge(limit))
    } else {
      chunks.push(chunk)
    }
  })
  request.on('end', () => resolve(Buffer.concat(chunks)))
  request.on('error', reject)
  request.on('close', () => reject(new Error('the caller went away')))
  return promise.finally(() => signal.removeEventListener('abort', onAbort))
}

function tooLarge(limit: number): AxonRefusal {
  return new AxonRefusal(413, `Request body is larger than ${limit} bytes`)
}
