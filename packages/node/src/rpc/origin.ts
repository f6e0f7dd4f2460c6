// Who may call from a browser: CORS answers, and the Host filter against DNS rebinding.

import type { IncomingHttpHeaders } from 'node:http'

/** `all`, or the origins that are let in; `*` stands for any port. */
export type Cors = 'all' | readonly string[]

/** What nodes allow unless told otherwise (development chains allow all). */
export const DEFAULT_ORIGINS: readonly string[] = [
  'http://localhost:*',
  'http://127.0.0.1:*',
  'https://localhost:*',
  'https://127.0.0.1:*',
  'https://polkadot.js.org',
]

/** Reads `--rpc-cors`: `all` or origins between commas. */
export function parseCors(argument: string): Cors {
  if (argument === 'all') return 'all'
  return argument
    .split(',')
    .map((origin) => origin.trim())
    .filter((origin) => origin !== '')
}

/** True when a page of this origin may talk to us; requests without one come from no browser. */
export function isOriginAllowed(cors: Cors, origin: string | undefined): boolean {
  if (cors === 'all' || origin === undefined) return true
  return cors.some((allowed) => {
    if (allowed === 'all' || allowed === '*' || allowed === origin) return true
    if (!allowed.endsWith(':*')) return false
    const base = allowed.slice(0, -2)
    return origin === base || (origin.startsWith(`${base}:`) && /:\d+$/.test(origin))
  })
}

/** Headers of an answer to a browser; empty when the origin is not let in. */
export function corsHeaders(cors: Cors, headers: IncomingHttpHeaders): Record<string, string> {
  const origin = headers.origin
  if (origin === undefined || !isOriginAllowed(cors, origin)) return {}
  if (cors === 'all') return { 'access-control-allow-origin': '*' }
  return { 'access-control-allow-origin': origin, vary: 'origin' }
}

/** Headers of an answer to a preflight request. */
export function preflightHeaders(cors: Cors, headers: IncomingHttpHeaders): Record<string, string> {
  const granted = corsHeaders(cors, headers)
  if (Object.keys(granted).length === 0) return {}
  return {
    ...granted,
    'access-control-allow-methods': 'POST, GET, OPTIONS',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? 'content-type',
    'access-control-max-age': '86400',
  }
}

/**
 * True when the Host header names this machine, or anything when all origins are let in: a page that
 * rebinds its own name to 127.0.0.1 still sends that name.
 */
export function isHostAllowed(cors: Cors, host: string | undefined, port: number): boolean {
  if (cors === 'all') return true
  const names = ['localhost', '127.0.0.1', '[::1]']
  return names.some((name) => host === `${name}:${port}` || (port === 80 && host === name))
}
