/** Calls that publish where neurons serve. All are free. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { serveAxon, servePrometheus } from '../serving/serve.ts'

const ENDPOINT = { netuid: f.u16, version: f.u32, ip: f.u128, port: f.u16, ip_type: f.u8 }
const AXON = { ...ENDPOINT, protocol: f.u8, placeholder1: f.u8, placeholder2: f.u8 }

export const serve_axon = f.call({
  index: 4,
  origin: f.signed,
  args: AXON,
  weight: weights.serve_axon,
  pays: 'No',
  docs: "Publishes where the caller's axon is served.",
  run: (ctx, hotkey, endpoint) => serveAxon(ctx, hotkey, endpoint),
})

export const serve_axon_tls = f.call({
  index: 40,
  origin: f.signed,
  args: { ...AXON, certificate: f.bytes },
  weight: weights.serve_axon_tls,
  pays: 'No',
  docs: "Publishes where the caller's axon is served, with its certificate.",
  run: (ctx, hotkey, { certificate, ...endpoint }) => serveAxon(ctx, hotkey, endpoint, certificate),
})

export const serve_prometheus = f.call({
  index: 5,
  origin: f.signed,
  args: ENDPOINT,
  weight: weights.serve_prometheus,
  pays: 'No',
  docs: "Publishes where the caller's prometheus server is served.",
  run: (ctx, hotkey, endpoint) => servePrometheus(ctx, hotkey, endpoint),
})
