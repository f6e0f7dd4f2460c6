/** A node as its own process, for tests that stop, kill or starve it. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callHttp, type Frame } from '../../packages/node/src/rpc/testing/client.ts'

export const ROOT = join(import.meta.dirname, '../..')
export const MAIN = join(ROOT, 'packages/node/src/main.ts')
const PATIENCE_MS = 30_000

export interface Ending {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

export interface NodeProcess {
  readonly port: number
  readonly ws: string
  readonly child: ChildProcess
  /** Everything it printed so far. */
  log(): string
  /** Waits until it printed this. */
  printed(text: string | RegExp): Promise<void>
  /** Calls a method over HTTP; fails on an error. */
  ask(method: string, ...params: unknown[]): Promise<unknown>
  /** The whole answer. */
  call(method: string, ...params: unknown[]): Promise<Frame>
  /** Settles when the process has ended. */
  readonly ended: Promise<Ending>
  /** Asks it to stop, and waits. */
  stop(signal?: NodeJS.Signals): Promise<Ending>
}

export interface NodeProcessOptions {
  readonly env?: Readonly<Record<string, string>>
  /** By default a free port is chosen. */
  readonly port?: number
  /** Settle at once instead of when it serves. */
  readonly isAwaited?: boolean
  /** The flags say where metrics are served; by default nowhere. */
  readonly hasMetrics?: boolean
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

const started = new Set<ChildProcess>()

/** Ends every process that a test left behind. */
export async function stopAll(): Promise<void> {
  const ends = [...started].map((child) => new Promise((done) => child.once('exit', done)))
  for (const child of started) child.kill('SIGKILL')
  await Promise.all(ends)
}

/** A folder that is gone when `remove` is called. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'taonet-e2e-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts a node with these flags, and waits until it serves. */
export async function startNode(
  flags: readonly string[],
  { env = {}, port, isAwaited = true, hasMetrics = false }: NodeProcessOptions = {},
): Promise<NodeProcess> {
  const rpcPort = port ?? (await freePort())
  const args = ['--conditions=source', MAIN, '--rpc-port', `${rpcPort}`]
  if (!hasMetrics) args.push('--no-prometheus')
  // tests do not reach for the outside world
  if (!flags.includes('--drand')) args.push('--drand', 'off')
  const child = spawn(process.execPath, [...args, ...flags], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const running = new Running(child, rpcPort)
  if (isAwaited) await running.printed('Best block:')
  return running
}

class Running implements NodeProcess {
  readonly child: ChildProcess
  readonly port: number
  readonly ended: Promise<Ending>
  private output = ''
  private ending: Ending | undefined
  private listeners: (() => void)[] = []

  constructor(child: ChildProcess, port: number) {
    this.child = child
    this.port = port
    started.add(child)
    const hear = (chunk: Buffer) => {
      this.output += chunk
      this.wake()
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    this.ended = new Promise((done) =>
      child.once('close', (code, signal) => {
        started.delete(child)
        this.ending = { code, signal }
        this.wake()
        done(this.ending)
      }),
    )
  }

  get ws(): string {
    return `ws://127.0.0.1:${this.port}`
  }

  log = (): string => this.output

  async printed(text: string | RegExp): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS
    const isThere = () =>
      typeof text === 'string' ? this.output.includes(text) : text.test(this.output)
    while (!isThere()) {
      const left = deadline - Date.now()
      if (this.ending) throw new Error(`ended without printing ${text}: ${this.output}`)
      if (left <= 0) throw new Error(`${text} was not printed in time: ${this.output}`)
      await new Promise<void>((done) => {
        const timer = setTimeout(done, left)
        this.listeners.push(() => {
          clearTimeout(timer)
          done()
        })
      })
    }
  }

  call = (method: string, ...params: unknown[]): Promise<Frame> =>
    callHttp(this.port, method, params)

  async ask(method: string, ...params: unknown[]): Promise<unknown> {
    const { result, error } = await this.call(method, ...params)
    if (error) throw new Error(`${method}: ${error.code} ${error.message} ${error.data ?? ''}`)
    return result
  }

  stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Ending> {
    this.child.kill(signal)
    return this.ended
  }

  private wake(): void {
    for (const wake of this.listeners.splice(0)) wake()
  }
}
