/** Addresses that neurons announce: of registered keys, reachable, and not too often. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  HotKeyNotRegisteredInNetwork,
  InvalidIpAddress,
  InvalidIpType,
  InvalidPort,
  ServingRateLimitExceeded,
} from '../errors.ts'
import { Axons, Prometheus, ServingRateLimit, Uids } from '../storage.ts'
import { guardCalls, guardWeight } from './guard.ts'

/** Where something is served. */
export interface Endpoint {
  readonly netuid: NetUid
  readonly ip: bigint
  readonly port: number
  readonly ip_type: number
}

const LOCALHOST = { 4: 0x7f00_0001n, 6: 1n } as const
/** Addresses from here on are none. */
const LIMIT = { 4: (1n << 32n) - 1n, 6: (1n << 128n) - 1n } as const

/** `source` subnets/serving.rs is_valid_ip_address */
function ensureAddress({ ip, ip_type }: Endpoint, mayBeZero: boolean): void {
  if (ip_type !== 4 && ip_type !== 6) throw InvalidIpType
  const isValid = (mayBeZero || ip !== 0n) && ip < LIMIT[ip_type] && ip !== LOCALHOST[ip_type]
  f.ensure(isValid, InvalidIpAddress)
}

function ensureNotTooOften(ctx: f.Context, netuid: NetUid, last: bigint): void {
  const limit = ServingRateLimit.get(ctx, netuid)
  const passes = limit === 0n || last === 0n || f.satU64.sub(currentBlock(ctx), last) >= limit
  f.ensure(passes, ServingRateLimitExceeded)
}

/** `source` subnets/serving.rs validate_serve_axon */
export function validateServeAxon(ctx: f.Context, who: f.AccountId, endpoint: Endpoint): void {
  const { netuid, port } = endpoint
  f.ensure(Uids.has(ctx, netuid, who), HotKeyNotRegisteredInNetwork)
  ensureAddress(endpoint, true)
  ensureNotTooOften(ctx, netuid, Axons.find(ctx, netuid, who)?.block ?? 0n)
  f.ensure(port !== 0, InvalidPort)
}

/** `source` subnets/serving.rs validate_serve_prometheus */
export function validateServePrometheus(
  ctx: f.Context,
  who: f.AccountId,
  endpoint: Endpoint,
): void {
  const { netuid, port } = endpoint
  ensureAddress(endpoint, false)
  f.ensure(Uids.has(ctx, netuid, who), HotKeyNotRegisteredInNetwork)
  ensureNotTooOften(ctx, netuid, Prometheus.find(ctx, netuid, who)?.block ?? 0n)
  f.ensure(port !== 0, InvalidPort)
}

/**
 * refuses HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_serving_endpoints.rs
 */
export const CheckServingEndpoints = guardCalls(guardWeight(19_035_000n, 4112n, 3), {
  serve_axon: validateServeAxon,
  serve_axon_tls: validateServeAxon,
  serve_prometheus: validateServePrometheus,
})
