/** A node of ours as its own process, for clients that we did not write. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const START_MS = 120_000

export interface NetworkProcess {
  readonly port: number
  readonly ws: string
  readonly http: string
  /** Everything it printed. */
  log(): string
  stop(): Promise<void>
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

/** Starts a node with fast blocks in memory and waits for its first block. */
export async function startNetwork(flags: readonly string[] = []): Promise<NetworkProcess> {
  const port = await freePort()
  const args = ['--conditions=source', 'packages/node/src/main.ts', '--fast', '--tmp']
  // tests do not reach for the outside world
  if (!flags.includes('--drand')) args.push('--drand', 'off')
  const child = spawn(process.execPath, [...args, '--rpc-port', String(port), ...flags], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  await firstBlock(child, () => output)
  return {
    port,
    ws: `ws://127.0.0.1:${port}`,
    http: `http://127.0.0.1:${port}`,
    log: () => output,
    stop: () => stop(child),
  }
}

function firstBlock(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`no block in time: ${output()}`)), START_MS)
    child.stdout?.on('data', () => {
      if (!output().includes('Imported #1')) return
      clearTimeout(timer)
      done()
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      fail(new Error(`the node ended with ${code}: ${output()}`))
    })
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await ended
}
