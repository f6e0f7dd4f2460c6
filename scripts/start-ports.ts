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

/** Whether the port can be listened on, on the loopback and on all addresses. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'))
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
  if (await canListen(0, '127.0.0.2')) return { host: '127.0.0.2', announced: '127.0.0.2' }
  // Where only 127.0.0.1 is set up, an address for documentation is announced; the validators take
  // it for their own and ask the loopback.
  return { host: '127.0.0.1', announced: '192.0.2.1' }
}

function canListen(port: number, host: string): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const server = createServer()
  server.once('error', () => resolve(false))
  server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  return promise
}
