/** What the address of a neuron's server has to be. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import {
  HotKeyNotRegisteredInNetwork,
  InvalidIpAddress,
  InvalidIpType,
  InvalidPort,
  ServingRateLimitExceeded,
} from '../errors.ts'
import { isHotkeyRegisteredOnNetwork } from '../registration/uids.ts'
import { Axons, Prometheus, ServingRateLimit } from '../storage.ts'
import type { AxonInfo, PrometheusInfo } from '../types.ts'

/** Where something is served, as a caller gives it. */
export interface Endpoint {
  readonly netuid: NetUid
  readonly version: number
  readonly ip: bigint
  readonly port: number
  readonly ip_type: number
}
/** Where an axon is served. */
export interface AxonEndpoint extends Endpoint {
  readonly protocol: number
  readonly placeholder1: number
  readonly placeholder2: number
}

const IPV4 = 4
const IPV6 = 6
const V4_BROADCAST = 0xffff_ffffn
const V4_LOCALHOST = 0x7f00_0001n
const V6_LARGEST = (1n << 128n) - 1n
const V6_LOCALHOST = 1n

/** `source` subnets/serving.rs is_valid_ip_type */
export const isValidIpType = (type: number): boolean => type === IPV4 || type === IPV6

/** `source` subnets/serving.rs is_valid_ip_address */
export function isValidIpAddress(type: number, address: bigint, allowZero: boolean): boolean {
  if (!allowZero && address === 0n) return false
  if (type === IPV4) return address < V4_BROADCAST && address !== V4_LOCALHOST
  return type !== IPV6 || (address !== V6_LARGEST && address !== V6_LOCALHOST)
}

/** Whether a server may change again; no limit and the first time pass. `source` subnets/serving.rs axon_passes_rate_limit */
function passesServingLimit(ctx: f.Context, netuid: NetUid, lastServed: bigint): boolean {
  const limit = ServingRateLimit.get(ctx, netuid)
  if (limit === 0n || lastServed === 0n) return true
  return satU64.sub(currentBlock(ctx), lastServed) >= limit
}

function ensureAddress({ ip_type, ip }: Endpoint, allowZero: boolean): void {
  f.ensure(isValidIpType(ip_type), InvalidIpType)
  f.ensure(isValidIpAddress(ip_type, ip, allowZero), InvalidIpAddress)
}

/**
 * Refuses an axon that may not be served.
 *
 * refuses HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort
 * source  opentensor/subtensor pallets/subtensor/src/subnets/serving.rs validate_serve_axon
 */
export function validateServeAxon(
  ctx: f.Context,
  hotkey: f.AccountId,
  endpoint: AxonEndpoint,
): AxonInfo {
  const { netuid, version, ip, port, ip_type, protocol, placeholder1, placeholder2 } = endpoint
  f.ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), HotKeyNotRegisteredInNetwork)
  ensureAddress(endpoint, true)
  const last = Axons.get(ctx, netuid, hotkey)?.block ?? 0n
  f.ensure(passesServingLimit(ctx, netuid, last), ServingRateLimitExceeded)
  f.ensure(port !== 0, InvalidPort)
  const block = currentBlock(ctx)
  return { block, version, ip, port, ip_type, protocol, placeholder1, placeholder2 }
}

/**
 * Refuses a prometheus server that may not be served.
 *
 * refuses InvalidIpType, InvalidIpAddress, HotKeyNotRegisteredInNetwork, ServingRateLimitExceeded, InvalidPort
 * source  opentensor/subtensor pallets/subtensor/src/subnets/serving.rs validate_serve_prometheus
 */
export function validateServePrometheus(
  ctx: f.Context,
  hotkey: f.AccountId,
  endpoint: Endpoint,
): PrometheusInfo {
  const { netuid, version, ip, port, ip_type } = endpoint
  ensureAddress(endpoint, false)
  f.ensure(isHotkeyRegisteredOnNetwork(ctx, netuid, hotkey), HotKeyNotRegisteredInNetwork)
  const last = Prometheus.get(ctx, netuid, hotkey)?.block ?? 0n
  f.ensure(passesServingLimit(ctx, netuid, last), ServingRateLimitExceeded)
  f.ensure(port !== 0, InvalidPort)
  return { block: currentBlock(ctx), version, ip, port, ip_type }
}
