// Calls per minute of one connection: those over it wait, and are refused once they waited in vain.

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

export interface RateLimit {
  /** `--rpc-rate-limit`: calls per minute of a connection. */
  readonly callsPerMinute: number
  /** `--rpc-rate-limit-whitelisted-ips`: networks (`10.0.0.0/8`) whose callers have no limit. */
  readonly exempt: readonly string[]
  /** `--rpc-rate-limit-trust-proxy-headers`: callers are who the headers of a proxy say. */
  readonly trustsProxies: boolean
}

const MINUTE_MS = 60_000
const MAX_ATTEMPTS = 10
/** Those who wait for the same call come back at different times. */
const MAX_JITTER_MS = 50

/** Lets a minute's calls through at once, and then one whenever its share of the minute is over. */
export class CallLimiter {
  readonly #shareMs: number
  readonly #now: () => number
  /** When all calls let through so far have had their share of time. */
  #paidUntil: number

  constructor(callsPerMinute: number, now = () => performance.now()) {
    this.#shareMs = MINUTE_MS / callsPerMinute
    this.#now = now
    this.#paidUntil = now() + this.#shareMs
  }

  /** Takes a call's share; otherwise tells how many milliseconds to wait for one. */
  take(): number {
    const now = this.#now()
    const waitMs = this.#paidUntil - MINUTE_MS - now
    if (waitMs > 0) return waitMs
    this.#paidUntil = Math.max(this.#paidUntil, now) + this.#shareMs
    return 0
  }

  /** Waits for a call's share; false when others were faster ten times. */
  async pass(): Promise<boolean> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const waitMs = this.take()
      if (waitMs === 0) return true
      await sleep(waitMs + Math.random() * MAX_JITTER_MS)
    }
    return false
  }
}

/**
 * Makes the limiters of connections; undefined for those without a limit.
 *
 * shape  over HTTP every request counts as a connection: only its batch can reach the limit
 */
export function limiterFactory(
  limit: RateLimit | undefined,
): (request: IncomingMessage) => CallLimiter | undefined {
  if (limit === undefined) return () => undefined
  const exempt = networks(limit.exempt)
  return ({ headers, socket }) => {
    const proxied = limit.trustsProxies ? addressBehindProxy(headers) : undefined
    const address = proxied ?? socket.remoteAddress ?? ''
    const isExempt = isIP(address) !== 0 && exempt.check(address, familyOf(address))
    return isExempt ? undefined : new CallLimiter(limit.callsPerMinute)
  }
}

/** Whether a text is an address with the length of its network (`1.2.3.0/24`, `ff01::/32`). */
export function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const longest = isIP(address) === 6 ? 128 : 32
  const isLength = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
  return isIP(address) !== 0 && isLength && more.length === 0
}

function networks(texts: readonly string[]): BlockList {
  const list = new BlockList()
  for (const text of texts) {
    const [address = '', bits] = text.split('/')
    const family = familyOf(address)
    const longest = family === 'ipv6' ? 128 : 32
    list.addSubnet(address, bits === undefined ? longest : Number(bits), family)
  }
  return list
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4')

/** The caller farthest from us that `Forwarded`, `X-Forwarded-For` or `X-Real-IP` tells. */
function addressBehindProxy(headers: IncomingHttpHeaders): string | undefined {
  const forwarded = (headers.forwarded ?? '')
    .split(/[,;]/)
    .map((pair) => /^\s*for=(.*)$/i.exec(pair)?.[1])
  const listed = String(headers['x-forwarded-for'] ?? '').split(',')
  return (
    firstAddress(forwarded) ?? firstAddress(listed) ?? firstAddress([String(headers['x-real-ip'])])
  )
}

function firstAddress(texts: readonly (string | undefined)[]): string | undefined {
  for (const text of texts) {
    const bare = text?.trim().replace(/^"(.*)"$/, '$1') ?? ''
    const address = /^\[(.*)\](?::\d+)?$/.exec(bare)?.[1] ?? bare.replace(/^([\d.]+):\d+$/, '$1')
    if (isIP(address) !== 0) return address
  }
  return undefined
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
