// What the JSON-RPC server can be told, with upstream's defaults and flags.

import type { CallObserver } from './dispatcher.ts'
import { type Cors, DEFAULT_ORIGINS } from './origin.ts'
import type { RateLimit } from './rate-limit.ts'

/** `--rpc-methods`: `auto` lets unsafe methods through on loopback only. */
export type RpcMethodsPolicy = 'safe' | 'unsafe' | 'auto'

export interface RpcServerOptions {
  /** `--rpc-port`; 0 picks a free one. */
  readonly port?: number
  /** `--rpc-external`: all interfaces instead of loopback. */
  readonly isExternal?: boolean
  /** `--rpc-methods`. */
  readonly methodsPolicy?: RpcMethodsPolicy
  /** `--rpc-cors`. */
  readonly cors?: Cors
  /** `--rpc-max-connections`: WebSocket sessions and HTTP requests under way. */
  readonly maxConnections?: number
  /** `--rpc-max-subscriptions-per-connection`. */
  readonly maxSubscriptions?: number
  /** `--rpc-max-request-size`, here in bytes. */
  readonly maxRequestBytes?: number
  /** `--rpc-max-response-size`, here in bytes. */
  readonly maxResponseBytes?: number
  /** `--rpc-max-batch-request-len`; 0 refuses batches (`--rpc-disable-batch-requests`). */
  readonly maxBatchLength?: number
  /** `--rpc-rate-limit`; undefined lets any number of calls through. */
  readonly rateLimit?: RateLimit
  /** Events that may wait for a peer before its session is closed. */
  readonly maxQueuedEvents?: number
  /** Bytes of such events. */
  readonly maxQueuedBytes?: number
  readonly pingIntervalMs?: number
  /** Hears of handlers that failed in a way nobody declared. */
  readonly onFault?: (error: unknown, method: string) => void
  /** Hears of every call; for metrics. */
  readonly onCall?: CallObserver
}

const MEBIBYTE = 1024 * 1024

const DEFAULTS = {
  port: 9944,
  isExternal: false,
  methodsPolicy: 'auto',
  cors: DEFAULT_ORIGINS,
  maxConnections: 100,
  maxSubscriptions: 1024,
  maxRequestBytes: 15 * MEBIBYTE,
  maxResponseBytes: 15 * MEBIBYTE,
  maxBatchLength: Number.MAX_SAFE_INTEGER,
  maxQueuedEvents: 1024,
  maxQueuedBytes: 4 * MEBIBYTE,
  pingIntervalMs: 30_000,
  onFault: () => {},
} as const satisfies RpcServerOptions

/** Fills in the defaults. */
export function completeOptions(options: RpcServerOptions) {
  const settings = { ...DEFAULTS, ...options }
  const { methodsPolicy, isExternal } = settings
  const isUnsafeAllowed = methodsPolicy === 'unsafe' || (methodsPolicy === 'auto' && !isExternal)
  return { ...settings, isUnsafeAllowed }
}
