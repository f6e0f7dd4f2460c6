/** Sends hostile input through real sockets and waits for what comes back. */
import { Client, connectRaw } from '../../packages/node/src/rpc/testing/client.ts'
import type { Case } from './cases.ts'

/** What a fault in the node itself would be answered with. */
const INTERNAL = -32603
const PATIENCE_MS = 20_000
/** After so many messages a client leaves, and its subscriptions with it. */
const MESSAGES = 400

/** Waits for a promise; one that takes too long is a hang. */
async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_done, fail) => {
    timer = setTimeout(() => fail(new Error(`hangs: ${what.slice(0, 2000)}`)), PATIENCE_MS)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

export class Sender {
  private readonly port: number
  private client: Client | undefined
  private sent = 0

  constructor(port: number) {
    this.port = port
  }

  /** Sends one case; fails when the node falls silent. Gives the code of the error, if there was one. */
  async send(one: Case): Promise<number | undefined> {
    if (one.kind === 'body') return this.post(one.text)
    if (one.kind === 'tcp') return this.tcp(one.bytes)
    const client = await this.open()
    if (one.kind === 'call') return this.ask(client, one.method, one.params)
    client.socket.send('text' in one ? one.text : one.bytes, { binary: 'bytes' in one })
    await this.ask(client, 'system_chain', [], describe(one))
    const fault = client.rest.find(({ error }) => error?.code === INTERNAL)
    if (fault) throw new Error(`${JSON.stringify(fault)} to ${describe(one)}`)
    return undefined
  }

  close(): void {
    this.client?.close()
    this.client = undefined
  }

  private async open(): Promise<Client> {
    if (++this.sent % MESSAGES === 0 || this.client?.closed) this.close()
    this.client ??= await inTime('opening a socket', Client.connect(this.port))
    return this.client
  }

  /** Calls with an id that no mutation has, and gives the code of the error. */
  private async ask(
    client: Client,
    method: string,
    params: unknown,
    what = JSON.stringify([method, params]),
  ): Promise<number | undefined> {
    const id = `case ${this.sent}`
    client.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }))
    const answer = client.next((frame) => frame.id === id, PATIENCE_MS)
    const { error } = await inTime(what, answer)
    if (error?.code === INTERNAL) throw new Error(`${JSON.stringify(error)} to ${what}`)
    return error?.code
  }

  private async post(body: string): Promise<undefined> {
    const headers = { 'content-type': 'application/json' }
    const ask = fetch(`http://127.0.0.1:${this.port}/`, { method: 'POST', headers, body })
    await inTime(
      `body ${body}`,
      ask.then((response) => response.arrayBuffer()),
    )
    return undefined
  }

  /** Bytes on a bare connection, as they are or behind the head of a request. */
  private async tcp(bytes: Uint8Array): Promise<undefined> {
    const socket = await inTime('opening a connection', connectRaw(this.port))
    socket.on('error', () => {})
    const [length, rest] = [bytes.length, bytes.length % 2 === 0]
    const head = `POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n`
    if (rest) socket.write(`${head}content-length: ${length}\r\n\r\n`)
    socket.end(bytes)
    await new Promise((done) => setTimeout(done, 1))
    socket.destroy()
    return undefined
  }
}

/** A case as text, to be sent again by hand. */
function describe(one: Case): string {
  if ('text' in one) return one.text
  return 'bytes' in one ? Buffer.from(one.bytes).toString('hex') : JSON.stringify(one)
}
