/** Runs the part of `sdk-http.json` that is about dendrites: what the Python one made of odd servers. */
import assert from 'node:assert/strict'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import { gzipSync } from 'node:zlib'
import { Dendrite } from '../../src/dendrite/dendrite.ts'
import { synapse, t } from '../../src/synapse/index.ts'
import { Keypair } from '../../src/wallet/keypair.ts'
import type { Check } from './check.ts'

interface ServerVector {
  readonly name: string
  readonly server_response: string | null
  readonly status_code: number
  readonly status_message: string | null
  readonly axon_status: number | null
}

export interface DendriteVectors {
  readonly dendrite_vs_handmade_server: readonly ServerVector[]
}

const bob = Keypair.fromUri('//Bob')
/** The port that the recorded server had: messages name it. */
const RECORDED_PORT = '18291'
const NoHash = synapse('NoHash', { x: t.default(t.int, 1), y: t.optional(t.bigint) })

/** A server that does `answer` to each connection once the request's head is there. */
async function rawServer(answer: (socket: Socket) => void): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', () => answer(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  return server
}

const gzipped = gzipSync('{"y":7}')

/** What the recorded server sent: some of its answers are too long or too binary for the record. */
function answerOf({ name, server_response: text }: ServerVector): (socket: Socket) => void {
  const header = /^header (\d+)B$/.exec(name)?.[1]
  const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'
  return (socket) => {
    if (name === 'disconnect') socket.destroy()
    else if (name === 'hang') return
    else if (name === 'partial headers hang') socket.write(head)
    else if (header !== undefined) {
      const long = 'a'.repeat(Number(header))
      const status = `bt_header_axon_status_code: 200\r\nbt_header_axon_status_message: ${long}\r\n`
      socket.end(`${head}${status}content-length: 2\r\n\r\n{}`)
    } else if (name === 'gzip') {
      const headers = 'content-encoding: gzip\r\nbt_header_axon_status_code: 200\r\n'
      socket.write(`${head}${headers}content-length: ${gzipped.length}\r\n\r\n`)
      socket.end(gzipped)
    } else socket.end(text ?? '')
  }
}

/** Wording that comes from Python's libraries; and the redirect, which we do not follow. */
const OWN_WORDS = /validation error|Got more than|ContentLengthError/

async function checkServer(dendrite: Dendrite, vector: ServerVector): Promise<void> {
  const server = await rawServer(answerOf(vector))
  const { port } = server.address() as AddressInfo
  const axon = { ip: '127.0.0.1', port, hotkey: bob.ss58Address }
  try {
    const answer = await dendrite.call(axon, NoHash, { x: 1 }, { timeout: 1 })
    const said = answer.dendrite.status_message?.replace(String(port), RECORDED_PORT) ?? null
    if (vector.name === '302 redirect') {
      assert.equal(answer.dendrite.status_code, 302)
      return
    }
    assert.equal(answer.dendrite.status_code, vector.status_code, said ?? '')
    assert.equal(answer.axon.status_code, vector.axon_status)
    assert.equal(answer.isSuccess, vector.status_code === 200)
    if (!OWN_WORDS.test(vector.status_message ?? '')) assert.equal(said, vector.status_message)
    if (vector.status_code === 200)
      assert.equal(answer.x, vector.name.startsWith('overwrite') ? 99 : 1)
    assert.equal(answer.axon.hotkey, bob.ss58Address)
  } finally {
    server.close()
  }
}

export async function* dendriteChecks(vectors: DendriteVectors): AsyncGenerator<Check> {
  const dendrite = new Dendrite({ hotkey: Keypair.fromUri('//Alice') })
  try {
    for (const [at, vector] of vectors.dendrite_vs_handmade_server.entries())
      yield {
        name: `dendrite_vs_handmade_server[${at}] ${vector.name}`,
        run: () => checkServer(dendrite, vector),
      }
  } finally {
    dendrite.close()
  }
}
