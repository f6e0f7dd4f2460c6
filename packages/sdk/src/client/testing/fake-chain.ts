/** A chain of scripted answers behind a JSON-RPC provider: for tests of the client alone. */
import { readFileSync } from 'node:fs'
import { blake2 } from '../../wallet/hashes.ts'
import { bytesToHex, concatBytes, hexToBytes } from '../../wallet/hex.ts'
import type { Provider } from '../chain-client.ts'

const VECTORS = new URL('../../../../../vectors/runtime-425/', import.meta.url)

/** Metadata of the production runtime, version 15. */
const METADATA = readFileSync(new URL('metadata-425-v15.scale', VECTORS))

type ApiVectors = {
  state_rows_name_key_value: readonly (readonly [string, string, string])[]
  cases: readonly { method: string; args_scale: string; result_scale: string }[]
}

/** A whole state of the production runtime and what its APIs answered. */
const APIS = JSON.parse(readFileSync(new URL('runtime-apis.json', VECTORS), 'utf8')) as ApiVectors

type Message = { id?: unknown; method?: string; params?: unknown[] }

/** Answer to a transaction: what the pool says, and the events of its block. */
export type Reaction = { readonly validity: string; readonly events?: string }

/** SCALE of a transaction validity: fine, without requirements. */
export const VALID = `0x00${'00'.repeat(8)}0000400000000000000001`

export class FakeChain {
  readonly sent: Uint8Array[] = []
  readonly requests: string[] = []
  /** What happens to transactions; the default is success. */
  react: (extrinsic: Uint8Array) => Reaction = () => ({ validity: VALID, events: SUCCESS })
  readonly storage = new Map(APIS.state_rows_name_key_value.map(([, key, value]) => [key, value]))
  readonly #answers = new Map(
    APIS.cases.map(({ method, args_scale, result_scale }) => [method + args_scale, result_scale]),
  )
  readonly #blocks = new Map<string, { header: string; body: readonly string[] }>()
  #head = `0x${'00'.repeat(32)}`
  #number = 374
  #notify: (event: unknown) => void = () => undefined

  constructor() {
    this.storage.set('0x3a636f6465', '0x00')
    this.#addBlock([])
  }

  /** Makes a block of the given extrinsics, final at once. */
  seal(body: readonly string[] = []): string {
    const parentBlockHash = this.#head
    const blockHash = this.#addBlock(body)
    this.#notify({ event: 'newBlock', blockHash, parentBlockHash, newRuntime: null })
    this.#notify({ event: 'bestBlockChanged', bestBlockHash: blockHash })
    this.#notify({ event: 'finalized', finalizedBlockHashes: [blockHash], prunedBlockHashes: [] })
    return blockHash
  }

  /** The chain as polkadot-api connects to it. */
  get provider(): Provider {
    return (onMessage) => {
      const send = (message: object) =>
        queueMicrotask(() => onMessage({ jsonrpc: '2.0', ...message } as never))
      let operations = 0
      this.#notify = (result) =>
        send({ method: 'chainHead_v1_followEvent', params: { subscription: 'follow', result } })
      const operate = (...events: object[]) => {
        const operationId = String(++operations)
        setTimeout(() => {
          for (const event of events) this.#notify({ operationId, ...event })
        })
        return { result: 'started', operationId }
      }
      return {
        send: (message: Message) => {
          const { id, method = '', params = [] } = message
          this.requests.push(method)
          try {
            send({ id, result: this.#answer(method, params, operate) })
          } catch (error) {
            send({ id, error: { code: -32_000, message: String(error) } })
          }
        },
        disconnect: () => undefined,
      } as ReturnType<Provider>
    }
  }

  #answer(method: string, params: unknown[], operate: (...events: object[]) => object): unknown {
    const [, second, third, fourth] = params as string[]
    switch (method) {
      case 'rpc_methods':
        return { methods: METHODS }
      case 'chainSpec_v1_chainName':
        return 'Bittensor'
      case 'chainSpec_v1_genesisHash':
        return `0x${'11'.repeat(32)}`
      case 'chainSpec_v1_properties':
        return { ss58Format: 42, tokenDecimals: 9, tokenSymbol: 'TAO' }
      case 'chainHead_v1_follow':
        setTimeout(() => {
          this.#notify({ ...INITIALIZED, finalizedBlockHashes: [this.#head] })
          this.#notify({ event: 'bestBlockChanged', bestBlockHash: this.#head })
        })
        return 'follow'
      case 'chainHead_v1_header':
        return this.#blocks.get(second ?? '')?.header ?? null
      case 'chainHead_v1_body':
        return operate({
          event: 'operationBodyDone',
          value: this.#blocks.get(second ?? '')?.body ?? [],
        })
      case 'chainHead_v1_storage':
        return operate(...this.#storageItems(params[2] as StorageQuery[]))
      case 'chainHead_v1_call':
        return operate({
          event: 'operationCallDone',
          output: this.#call(third ?? '', fourth ?? ''),
        })
      case 'transaction_v1_broadcast':
        this.#broadcast(params[0] as string)
        return 'broadcast'
      case 'system_accountNextIndex':
        return this.sent.length
      default:
        return null
    }
  }

  #storageItems(queries: readonly StorageQuery[]): object[] {
    const items = queries.flatMap(({ key, type }) => {
      if (type === 'descendantsValues') {
        const rows = [...this.storage].filter(([name]) => name.startsWith(key))
        return rows.map(([name, value]) => ({ key: name, value }))
      }
      const value = this.storage.get(key)
      if (value === undefined) return []
      return [type === 'hash' ? { key, hash: hash(hexToBytes(value)) } : { key, value }]
    })
    const done = { event: 'operationStorageDone' }
    return items.length === 0 ? [done] : [{ event: 'operationStorageItems', items }, done]
  }

  #call(method: string, args: string): string {
    if (method === 'Metadata_metadata_versions') return '0x040f000000'
    if (method === 'Metadata_metadata_at_version') return metadataAnswer()
    if (method === 'TaggedTransactionQueue_validate_transaction') {
      return this.react(hexToBytes(args)).validity
    }
    const answer = this.#answers.get(method + args)
    if (answer === undefined) throw new Error(`no scripted answer for ${method}(${args})`)
    return answer
  }

  #broadcast(extrinsic: string): void {
    if (this.sent.some((sent) => `0x${bytesToHex(sent)}` === extrinsic)) return
    this.sent.push(hexToBytes(extrinsic))
    const { events } = this.react(hexToBytes(extrinsic))
    if (events === undefined) return
    setTimeout(() => {
      this.storage.set(EVENTS_KEY, events)
      this.seal([extrinsic])
    })
  }

  #addBlock(body: readonly string[]): string {
    this.#number++
    const number = Uint8Array.of(((this.#number << 2) | 1) & 0xff, this.#number >> 6)
    const header = concatBytes(hexToBytes(this.#head), number, new Uint8Array(64), Uint8Array.of(0))
    this.#head = hash(header)
    this.#blocks.set(this.#head, { header: `0x${bytesToHex(header)}`, body })
    return this.#head
  }
}

type StorageQuery = { readonly key: string; readonly type: string }

const METHODS = [
  'chainHead_v1_body',
  'chainHead_v1_call',
  'chainHead_v1_continue',
  'chainHead_v1_follow',
  'chainHead_v1_header',
  'chainHead_v1_stopOperation',
  'chainHead_v1_storage',
  'chainHead_v1_unfollow',
  'chainHead_v1_unpin',
  'chainSpec_v1_chainName',
  'chainSpec_v1_genesisHash',
  'chainSpec_v1_properties',
  'system_accountNextIndex',
  'transaction_v1_broadcast',
  'transaction_v1_stop',
]

const INITIALIZED = {
  event: 'initialized',
  finalizedBlockRuntime: {
    type: 'valid',
    spec: {
      specName: 'node-subtensor',
      implName: 'node-subtensor',
      specVersion: 425,
      implVersion: 1,
      transactionVersion: 1,
      apis: {},
    },
  },
}

/** twox128('System') ++ twox128('Events'). */
const EVENTS_KEY = '0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7'

/** SCALE of an event of extrinsic 0. */
export function eventRecord(pallet: number, event: number, fields: string): string {
  const byte = (value: number) => value.toString(16).padStart(2, '0')
  return `0000000000${byte(pallet)}${byte(event)}${fields}00`
}

/** System.ExtrinsicSuccess, after the given events. */
export function successAfter(...events: readonly string[]): string {
  const count = ((events.length + 1) << 2).toString(16).padStart(2, '0')
  return `0x${count}${events.join('')}${eventRecord(0, 0, '00000000')}`
}

/** System.ExtrinsicFailed with an error of a pallet. */
export function failedWith(pallet: number, error: number): string {
  const byte = (value: number) => value.toString(16).padStart(2, '0')
  return `0x04${eventRecord(0, 1, `03${byte(pallet)}${byte(error)}00000000000000`)}`
}

const SUCCESS = successAfter()

function hash(bytes: Uint8Array): string {
  return `0x${bytesToHex(blake2(bytes))}`
}

/** Option<Vec<u8>> of the metadata. */
function metadataAnswer(): string {
  const { length } = METADATA
  const prefix = Uint8Array.of(
    1,
    ((length << 2) | 2) & 0xff,
    (length >> 6) & 0xff,
    length >> 14,
    length >> 22,
  )
  return `0x${bytesToHex(concatBytes(prefix, METADATA))}`
}
