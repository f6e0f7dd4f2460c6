/** Publishing where a neuron serves. */
import type * as f from '@taonet/frame'
import { AxonServed, PrometheusServed } from '../events.ts'
import { Axons, NeuronCertificates, Prometheus } from '../storage.ts'
import type { NeuronCertificate } from '../types.ts'
import {
  type AxonEndpoint,
  type Endpoint,
  validateServeAxon,
  validateServePrometheus,
} from './endpoints.ts'

/** Longest public key of a certificate, bytes. */
const MAX_KEY_BYTES = 64

/**
 * A certificate out of its bytes: the algorithm, then the key; undefined when it is none.
 *
 * source  opentensor/subtensor pallets/subtensor/src/lib.rs NeuronCertificate::try_from
 */
export function parseCertificate(bytes: Uint8Array): NeuronCertificate | undefined {
  const [algorithm, ...key] = bytes
  if (algorithm === undefined || key.length > MAX_KEY_BYTES) return undefined
  return { algorithm, public_key: Uint8Array.from(key) }
}

/**
 * Publishes an axon. A certificate that is none is ignored.
 *
 * refuses as `validateServeAxon`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/serving.rs do_serve_axon
 */
export function serveAxon(
  ctx: f.Context,
  hotkey: f.AccountId,
  endpoint: AxonEndpoint,
  certificate?: Uint8Array,
): void {
  const { netuid } = endpoint
  const axon = validateServeAxon(ctx, hotkey, endpoint)
  const parsed = certificate && parseCertificate(certificate)
  if (parsed) NeuronCertificates.set(ctx, netuid, hotkey, parsed)
  Axons.set(ctx, netuid, hotkey, axon)
  ctx.deposit(AxonServed([netuid, hotkey]))
}

/**
 * Publishes a prometheus server.
 *
 * refuses as `validateServePrometheus`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/serving.rs do_serve_prometheus
 */
export function servePrometheus(ctx: f.Context, hotkey: f.AccountId, endpoint: Endpoint): void {
  const { netuid } = endpoint
  Prometheus.set(ctx, netuid, hotkey, validateServePrometheus(ctx, hotkey, endpoint))
  ctx.deposit(PrometheusServed([netuid, hotkey]))
}
