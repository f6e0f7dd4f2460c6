/** The local network with one authority as a test chain, with everybody's keys. */
import * as f from '@taonet/frame'
import type { Mode } from '../../src/extensions/check-metadata-hash.ts'
import { genesisState, localNetwork, type NetworkChoice } from '../../src/networks/index.ts'
import * as aura from '../../src/pallets/aura/index.ts'
import * as timestamp from '../../src/pallets/timestamp/index.ts'

const pairs = new Map<string, f.KeyPair>()

/** Key pair of a development URI such as `//Alice`. */
export function keyOf(uri: string): f.KeyPair {
  const known = pairs.get(uri) ?? f.keyPairFromUri(uri)
  pairs.set(uri, known)
  return known
}

/** The extensions' part of a transaction. */
export const extraOf = (nonce: number, tip = 0n, era: f.Era = f.IMMORTAL): unknown[] => [
  ...[null, null, null, null, era, nonce, null, tip],
  ...[null, null, null, null, 'Disabled' satisfies Mode],
]

export interface Signing {
  readonly nonce?: number
  readonly tip?: bigint
  readonly era?: f.Era
}

/** Slot of block 0 in upstream's local networks, so that times are plausible. */
const FIRST_SLOT = 145_000_000n

export class LocalChain extends f.TestChain {
  private readonly slotMs: bigint

  constructor(choice: NetworkChoice = { chain: 'dev' }, options: { checkState?: boolean } = {}) {
    super({ runtime: localNetwork(choice), rows: genesisState(choice), ...options })
    this.slotMs = aura.constants.SlotDuration.get(this.ctx)
  }

  private slotAt(number: number): bigint {
    return FIRST_SLOT + BigInt(number)
  }

  /** Opens the next block and sets its time. */
  override open({
    number = this.head.number + 1,
    preDigest,
  }: f.TestBlockParts = {}): f.BlockBuilder {
    const slot = this.slotAt(number)
    const builder = super.open({ number, preDigest: preDigest ?? [aura.slotItem(slot)] })
    const data = new Map([[timestamp.TIMESTAMP_INHERENT, f.u64.encode(slot * this.slotMs)]])
    for (const inherent of builder.inherents(data)) builder.push(inherent)
    return builder
  }

  /** Signs a call as the next transaction of a key. */
  sign(uri: string, call: f.CallValue, { nonce, tip, era }: Signing = {}): Uint8Array {
    const { ctx } = this
    const key = keyOf(uri)
    const extra = extraOf(nonce ?? f.system.accountNonce(ctx, key.account), tip, era)
    const signature = key.sign(f.signedBytes(ctx, { call, extra }))
    return f.encodeExtrinsic(this.runtime, {
      call,
      preamble: {
        type: 'Signed',
        address: { type: 'Id', value: key.account },
        signature: { type: 'Sr25519', value: f.toHex(signature) },
        extra,
      },
    })
  }

  /** A block with these calls, signed by their keys. */
  run(...calls: readonly (readonly [uri: string, call: f.CallValue])[]): f.TestBlock {
    const builder = this.open()
    for (const [uri, call] of calls) builder.push(this.sign(uri, call))
    return this.seal(builder)
  }
}
