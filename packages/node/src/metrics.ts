/** Prometheus metrics, under the names that Substrate's dashboards know. */
import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Node } from './node.ts'

export interface Metrics {
  readonly registry: Registry
  observeCall(method: string, isSuccess: boolean, ms: number): void
  observeBlock(ms: number): void
}

/** Metrics of a node; reading them costs nothing until somebody asks. */
export function createMetrics(node: Node): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'taonet_' })
  const registers = [registry]
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
  return {
    registry,
    observeCall(method, isSuccess, ms) {
      calls.inc({ method, is_error: String(!isSuccess) })
      callTime.observe({ method }, ms)
    },
    observeBlock: (ms) => blocks.observe(ms / 1000),
  }
}

/** Serves `/metrics` on loopback. */
export async function serveMetrics({ registry }: Metrics, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  return server
}
