/** Addresses that neurons announce: of registered keys, reachable, and not too often. */
import { validateServeAxon, validateServePrometheus } from '../serving/endpoints.ts'
import { guardCalls, guardWeight } from './guard.ts'

/**
 * refuses HotKeyNotRegisteredInNetwork, InvalidIpType, InvalidIpAddress, ServingRateLimitExceeded, InvalidPort
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_serving_endpoints.rs
 */
export const CheckServingEndpoints = guardCalls(guardWeight(19_035_000n, 4112n, 3), {
  serve_axon: validateServeAxon,
  serve_axon_tls: validateServeAxon,
  serve_prometheus: validateServePrometheus,
})
