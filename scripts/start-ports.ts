/** Ports: whether they are free, and what to say if not. */
import { createServer } from 'node:net'
import { SubnetError } from '@taonet/subnets'

/** A port that the demo needs, with the flag that moves it. */
export type Need = {
  readonly port: number
  readonly what: string
  readonly flag: string
  /** Ports from this one on that belong to the same flag. */
  readonly first: number
  readonly count: number
}

/** Refuses (SubnetError PORT_TAKEN) the first port that is taken; the message names the way out. */
export async function ensureFree(needs: readonly Need[]): Promise<void> {
  for (const { port, what, flag, first, count } of needs) {
    if (await isFree(port)) continue
    const other = await freeRun(first + count, count)
    throw new SubnetError(
      'PORT_TAKEN',
      `port ${port}, meant for ${what}, is taken by another program. Stop that program (perhaps an ` +
        `earlier start), or choose another port:\n  npm start -- --${flag} ${other}`,
    )
  }
}

/** Whether nothing listens on the port, on the loopback or on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  for (const host of ['127.0.0.1', '0.0.0.0', '::1']) {
    const code = await tryListen(port, host)
    if (code === 'EADDRINUSE' || code === 'EACCES') return false
  }
  return true
}

/** First of `count` free ports in a row, from `from` on. */
async function freeRun(from: number, count: number): Promise<number> {
  let start = from
  for (let port = from; port < from + 2000 && port < 65_535; port++) {
    if (!(await isFree(port))) start = port + 1
    else if (port - start + 1 === count) return start
  }
  return from
}

/** An address of the loopback that the chain accepts: it refuses 127.0.0.1 for axons. */
export async function loopbackAddress(): Promise<{ host: string; announced: string }> {
  if ((await tryListen(0, '127.0.0.2')) === undefined)
    return { host: '127.0.0.2', announced: '127.0.0.2' }
  // Where only 127.0.0.1 is set up, an address for documentation is announced; the validators take
  // it for their own and ask the loopback.
  return { host: '127.0.0.1', announced: '192.0.2.1' }
}

/** Listens for a moment; the code of what is in the way, undefined if nothing is. */
function tryListen(port: number, host: string): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>()
  const server = createServer()
  server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'unknown'))
  server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  return promise
}
