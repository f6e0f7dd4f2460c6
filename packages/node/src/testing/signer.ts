/** Signs transactions for tests and benches, right or wrong. */
import {
  type CallValue,
  Context,
  type Era,
  encodeExtrinsic,
  IMMORTAL,
  type KeyPair,
  keyPairFromUri,
  MemoryBackend,
  type Runtime,
  State,
  signedBytes,
  toHex,
} from '@taonet/frame'
import type { Hash } from '../chain.ts'

export interface Signing {
  readonly nonce: number
  readonly tip?: bigint
  readonly era?: Era
  /** What is signed beside the extrinsic, where it shall be another than right. */
  readonly specVersion?: number
  readonly genesis?: string
  /** Hash of the block in which a mortal era begins. */
  readonly birth?: string
}

const SPEC_VERSION = 425
const TRANSACTION_VERSION = 1

export class Signer {
  private readonly runtime: Runtime
  private readonly genesisHash: Hash
  private readonly ctx: Context
  private readonly pairs = new Map<string, KeyPair>()

  constructor(runtime: Runtime, genesisHash: Hash) {
    this.runtime = runtime
    this.genesisHash = genesisHash
    this.ctx = new Context({ runtime, state: new State(new MemoryBackend()) })
  }

  /** sr25519 key of a development URI. */
  keyOf(uri: string): KeyPair {
    const pair = this.pairs.get(uri) ?? keyPairFromUri(uri)
    this.pairs.set(uri, pair)
    return pair
  }

  /** Bytes of the signed extrinsic, with their length. */
  sign(uri: string, call: CallValue, signing: Signing): Uint8Array {
    const { nonce, tip = 0n, era = IMMORTAL, genesis = this.genesisHash } = signing
    const explicit: Record<string, unknown> = {
      CheckMortality: era,
      CheckNonce: nonce,
      ChargeTransactionPayment: tip,
      CheckMetadataHash: 'Disabled',
    }
    const implied: Record<string, unknown> = {
      CheckSpecVersion: signing.specVersion ?? SPEC_VERSION,
      CheckTxVersion: TRANSACTION_VERSION,
      CheckGenesis: genesis,
      CheckMortality: signing.birth ?? genesis,
      CheckMetadataHash: undefined,
    }
    const { extensions } = this.runtime.parts
    const extra = extensions.map(({ identifier }) => explicit[identifier] ?? null)
    const implicit = extensions.map(({ identifier }) =>
      identifier in implied ? implied[identifier] : null,
    )
    const key = this.keyOf(uri)
    const signature = toHex(key.sign(signedBytes(this.ctx, { call, extra, implicit })))
    return encodeExtrinsic(this.runtime, {
      call,
      preamble: {
        type: 'Signed',
        address: { type: 'Id', value: key.account },
        signature: { type: 'Sr25519', value: signature },
        extra,
      },
    })
  }

  transfer(to: string, value: bigint): CallValue {
    const dest = { type: 'Id', value: this.keyOf(to).account }
    return { pallet: 'Balances', name: 'transfer_keep_alive', args: { dest, value } }
  }
}
