/** Prometheus metrics, under the names that Substrate's dashboards know. */
import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { MadeBlock } from './author/author.ts'
import type { Node } from './node.ts'
import type { SignatureVerifier } from './pool/verifier.ts'

export interface Metrics {
  readonly registry: Registry
  observeCall(method: string, isSuccess: boolean, ms: number): void
  observeBlock(block: Pick<MadeBlock, 'included' | 'tookMs'>): void
}

/** Metrics of a node; what can be read off it is read when somebody asks. */
export function createMetrics(node: Node, verifier: SignatureVerifier): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ chain: node.spec.id })
  collectDefaultMetrics({ register: registry, prefix: 'taonet_' })
  observeChain(node, [registry])
  observeSignatures(verifier, [registry])
  return { registry, ...observers([registry]) }
}

type Registers = Registry[]

function observeChain(node: Node, registers: Registers): void {
  const { name, version } = node.implementation
  new Gauge({
    name: 'substrate_build_info',
    help: 'A metric with a constant value of 1, labeled with name and version',
    labelNames: ['name', 'version'],
    registers,
  }).set({ name, version }, 1)
  new Gauge({
    name: 'substrate_process_start_time_seconds',
    help: 'Number of seconds between the UNIX epoch and the moment the process started',
    registers,
  }).set(Math.floor(performance.timeOrigin / 1000))
  new Gauge({
    name: 'substrate_block_height',
    help: 'Block height info of the chain',
    labelNames: ['status'],
    registers,
    collect() {
      this.set({ status: 'best' }, node.best().number)
      this.set({ status: 'finalized' }, node.finalized().number)
    },
  })
  new Gauge({
    name: 'substrate_ready_transactions_number',
    help: 'Number of transactions in the ready queue',
    registers,
    collect() {
      this.set(node.pool.size.ready)
    },
  })
  new Gauge({
    name: 'substrate_future_transactions_number',
    help: 'Number of transactions in the future queue',
    registers,
    collect() {
      this.set(node.pool.size.future)
    },
  })
}

function observeSignatures(verifier: SignatureVerifier, registers: Registers): void {
  new Counter({
    name: 'taonet_signature_checks_total',
    help: 'Number of signatures checked',
    registers,
    collect() {
      this.reset()
      this.inc(verifier.checked)
    },
  })
  new Counter({
    name: 'taonet_signature_checks_seconds_total',
    help: 'Time spent checking signatures, in all threads together',
    registers,
    collect() {
      this.reset()
      this.inc(verifier.checkedMs / 1000)
    },
  })
}

function observers(registers: Registers): Omit<Metrics, 'registry'> {
  const calls = new Counter({
    name: 'substrate_rpc_calls_finished',
    help: 'Number of processed RPC calls',
    labelNames: ['method', 'is_error'],
    registers,
  })
  const callTime = new Histogram({
    name: 'substrate_rpc_calls_time',
    help: 'Total time of processed RPC calls in milliseconds',
    labelNames: ['method'],
    buckets: [0.1, 1, 5, 25, 100, 500, 2500, 10_000],
    registers,
  })
  const blocks = new Histogram({
    name: 'substrate_proposer_block_constructed',
    help: 'Time taken to construct a block in seconds',
    buckets: [0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  const transactions = new Gauge({
    name: 'substrate_proposer_number_of_transactions',
    help: 'Number of transactions included in block',
    registers,
  })
  return {
    observeCall(method, isSuccess, ms) {
      calls.inc({ method, is_error: String(!isSuccess) })
      callTime.observe({ method }, ms)
    },
    observeBlock({ included, tookMs }) {
      blocks.observe(tookMs / 1000)
      transactions.set(included.length)
    },
  }
}

/** A port for metrics that cannot be had. */
export class MetricsError extends Error {
  override readonly name = 'MetricsError'
}

/**
 * Serves `/metrics` on loopback, or on all interfaces.
 *
 * refuses MetricsError for a port that cannot be had
 */
export async function serveMetrics(
  { registry }: Metrics,
  { port, isExternal }: { readonly port: number; readonly isExternal: boolean },
): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((done, fail) => {
    server.once('error', (cause) => {
      fail(new MetricsError(`port ${port} of the metrics: ${cause.message}`, { cause }))
    })
    server.listen(port, isExternal ? '0.0.0.0' : '127.0.0.1', done)
  })
  return server
}
