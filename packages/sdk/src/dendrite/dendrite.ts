/** A neuron's client: asks axons, and tells of each what came of it. */
import { Agent } from 'node:http'
import { bodyHash } from '../synapse/body-hash.ts'
import { type FieldDeclarations, type FieldInput, fieldsToPython } from '../synapse/field-types.ts'
import { synapseToHeaders } from '../synapse/headers.ts'
import { formatJson } from '../synapse/json.ts'
import { requestMessage } from '../synapse/signed-text.ts'
import {
  copySynapse,
  DEFAULT_TIMEOUT,
  type Synapse,
  type SynapseType,
  synapseHeadToPython,
} from '../synapse/synapse.ts'
import { terminalInfo } from '../synapse/terminal-info.ts'
import { SDK_VERSION_INT } from '../version.ts'
import { bytesToHex } from '../wallet/hex.ts'
import type { Signer } from '../wallet/keypair.ts'
import { DendriteError, Unanswered } from './errors.ts'
import { type Lane, Lanes } from './lanes.ts'
import { applyResponse, applyStatus, responseJson } from './response.ts'
import { Transfer } from './transport.ts'

/** Where an axon is and whose it is; a metagraph's axons fit. */
export type AxonEndpoint = {
  readonly ip: string
  readonly port: number
  /** SS58 address of the hotkey that requests are meant for. */
  readonly hotkey: string
}

export type DendriteOptions = {
  /** The key that signs requests. */
  readonly hotkey: Signer
  /** Our own address as others see it; axons there are asked over the loopback. */
  readonly externalIp?: string
  /** Default 16 MiB. */
  readonly maxResponseBytes?: number
  /** Clock in Unix nanoseconds, for tests. */
  readonly now?: () => bigint
}

export type QueryOptions = {
  /** Seconds for the whole exchange. Default 12. */
  readonly timeout?: number
  readonly maxResponseBytes?: number
}

/** Below the 5 s after which Python axons close idle connections. */
const IDLE_MS = 4000
const DEFAULT_MAX_RESPONSE_BYTES = 16 * 1024 * 1024

/** The parts of a request that are the same for every axon. */
type Question<F extends FieldDeclarations> = {
  readonly type: SynapseType<F>
  readonly message: Synapse<F>
  readonly hash: string
  readonly fieldsJson: string
}

/**
 * A client of axons. Every call answers: an axon that is away, late, broken or hostile yields the
 * request's copy with the reason in `dendrite.status_code` and `dendrite.status_message`.
 */
export class Dendrite {
  readonly uuid = crypto.randomUUID()
  readonly hotkey: Signer
  readonly #agent = new Agent({ keepAlive: true, timeout: IDLE_MS })
  readonly #externalIp: string | undefined
  readonly #maxResponseBytes: number
  readonly #lanes: Lanes
  #isClosed = false

  constructor(options: DendriteOptions) {
    this.hotkey = options.hotkey
    this.#externalIp = options.externalIp
    this.#maxResponseBytes = options.maxResponseBytes ?? DEFAULT_MAX_RESPONSE_BYTES
    this.#lanes = new Lanes(this.uuid, options.now ?? unixNanoseconds)
  }

  /**
   * Asks all axons at once; answers are in their order.
   *
   * refuses SynapseError: values that do not fit the synapse; CLOSED
   */
  async query<F extends FieldDeclarations>(
    axons: readonly AxonEndpoint[],
    type: SynapseType<F>,
    input: FieldInput<F>,
    options: QueryOptions = {},
  ): Promise<Synapse<F>[]> {
    const question = this.#ask(type, input)
    return Promise.all(axons.map((axon) => this.#call(axon, question, options)))
  }

  /** Asks one axon. Refuses as `query`. */
  async call<F extends FieldDeclarations>(
    axon: AxonEndpoint,
    type: SynapseType<F>,
    input: FieldInput<F>,
    options: QueryOptions = {},
  ): Promise<Synapse<F>> {
    return this.#call(axon, this.#ask(type, input), options)
  }

  /**
   * Asks one axon for a streamed answer: yields its chunks as they come, returns the message with its
   * status. Its fields are the request's; what the chunks mean is the subnet's matter.
   *
   * refuses as `query`
   */
  async *stream<F extends FieldDeclarations>(
    axon: AxonEndpoint,
    type: SynapseType<F>,
    input: FieldInput<F>,
    options: QueryOptions = {},
  ): AsyncGenerator<Uint8Array, Synapse<F>> {
    const started = performance.now()
    const { message, transfer, lane } = this.#prepare(axon, this.#ask(type, input), options)
    try {
      const { reply, chunks } = await transfer.reply()
      if (reply.status === 200) {
        yield* chunks
        applyStatus(message, reply)
      } else {
        const json = responseJson(reply, await joined(chunks), urlOf(axon, type.name))
        applyResponse(type, message, reply, json)
      }
    } catch (error) {
      recordFailure(message, error)
    } finally {
      transfer.close()
      lane.release()
    }
    message.dendrite.process_time = (performance.now() - started) / 1000
    return message
  }

  /** Ends idle connections; requests under way end as disconnected. */
  close(): void {
    this.#isClosed = true
    this.#agent.destroy()
  }

  #ask<F extends FieldDeclarations>(type: SynapseType<F>, input: FieldInput<F>): Question<F> {
    if (this.#isClosed) throw new DendriteError('CLOSED', 'the dendrite is closed')
    const message = type.create(input)
    const fieldsJson = formatJson(fieldsToPython(type.fields, message))
    return { type, message, hash: bodyHash(type, message), fieldsJson }
  }

  async #call<F extends FieldDeclarations>(
    axon: AxonEndpoint,
    question: Question<F>,
    options: QueryOptions,
  ): Promise<Synapse<F>> {
    const started = performance.now()
    const { type } = question
    const { message, transfer, lane } = this.#prepare(axon, question, options)
    try {
      const { reply, chunks } = await transfer.reply()
      const json = responseJson(reply, await joined(chunks), urlOf(axon, type.name))
      applyResponse(type, message, reply, json)
    } catch (error) {
      recordFailure(message, error)
    } finally {
      transfer.close()
      lane.release()
    }
    message.dendrite.process_time = (performance.now() - started) / 1000
    return message
  }

  /** A signed copy of the question for one axon, and the transfer that will carry it. */
  #prepare<F extends FieldDeclarations>(
    axon: AxonEndpoint,
    question: Question<F>,
    options: QueryOptions,
  ): { message: Synapse<F>; transfer: Transfer; lane: Lane } {
    const { type, hash, fieldsJson } = question
    const timeout = options.timeout ?? DEFAULT_TIMEOUT
    const lane = this.#lanes.take(`${axon.ip}:${axon.port}`)
    const message = copySynapse(type, question.message)
    message.timeout = timeout
    message.axon = terminalInfo({ ip: axon.ip, port: axon.port, hotkey: axon.hotkey })
    message.dendrite = terminalInfo({
      ip: this.#externalIp ?? null,
      version: SDK_VERSION_INT,
      nonce: lane.nonce,
      uuid: lane.uuid,
      hotkey: this.hotkey.ss58Address,
    })
    const signature = this.hotkey.sign(requestMessage(message, axon.hotkey, hash))
    message.dendrite.signature = `0x${bytesToHex(signature)}`
    const head = formatJson(synapseHeadToPython(type, message))
    const rest = fieldsJson === '{}' ? '' : `,${fieldsJson.slice(1, -1)}`
    const body = Buffer.from(`${head.slice(0, -1)}${rest}}`)
    const transfer = new Transfer({
      agent: this.#agent,
      host: axon.ip === this.#externalIp ? '127.0.0.1' : axon.ip,
      port: axon.port,
      route: type.name,
      headers: synapseToHeaders(type, message, body.length, hash),
      body,
      timeout,
      maxBytes: options.maxResponseBytes ?? this.#maxResponseBytes,
    })
    return { message, transfer, lane }
  }
}

async function joined(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

/** Writes down why there is no answer; errors of ours go on. */
function recordFailure(message: Synapse, error: unknown): void {
  if (!(error instanceof Unanswered)) throw error
  message.dendrite.status_code = error.status
  message.dendrite.status_message = error.message
}

function urlOf(axon: AxonEndpoint, route: string): string {
  const host = axon.ip.includes(':') ? `[${axon.ip}]` : axon.ip
  return `http://${host}:${axon.port}/${route}`
}

/** Unix time in nanoseconds, as finely as the platform tells it. */
function unixNanoseconds(): bigint {
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n
}
