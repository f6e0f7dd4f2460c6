/** Encrypted transactions, as far as the author of a block needs the runtime for them. */
import * as f from '@taonet/frame'
import { parseShielded } from './extensions/shielded.ts'
import { PendingKey } from './pallets/mev-shield/storage.ts'
import { ShieldedTransaction } from './pallets/mev-shield/types.ts'

export { ShieldedTransaction }

/** Boxes and lists that may lie around each other in a call that is taken apart. */
const MAX_EXTRINSIC_DEPTH = 8

/** Name of a key: twox-128 of its bytes. */
export const hashOfShieldKey = (key: Uint8Array): string => f.toHex(f.twox128(key))

/** Name of the key that authors decrypt with on top of this state: the pending one. */
export function authorsShieldKey(ctx: f.Context): string | undefined {
  const key = PendingKey.get(ctx)
  return key && hashOfShieldKey(key)
}

/** A transaction that was hidden in another. */
export interface Unshielded {
  readonly bytes: Uint8Array
  /** What it provides to the pool: its signer's nonce; undefined where it has no signer. */
  readonly tag: Uint8Array | undefined
}

/**
 * The encrypted transaction that a transaction of the pool carries; its signature is not looked at.
 *
 * shape   undefined for another call, one nested too deep, or a ciphertext that is cut off
 * source  opentensor/subtensor pallets/shield/src/lib.rs try_decode_shielded_tx
 */
export function shieldedIn(runtime: f.Runtime, bytes: Uint8Array): ShieldedTransaction | undefined {
  const { call, depth } = f.decodeExtrinsic(runtime, bytes)
  if (call.pallet !== 'MevShield' || call.name !== 'submit_encrypted') return undefined
  if (depth > MAX_EXTRINSIC_DEPTH) return undefined
  return parseShielded((call.args as { ciphertext: Uint8Array }).ciphertext)
}

/**
 * The transaction in a decrypted text.
 *
 * shape   undefined for no extrinsic, and for one that only authors may add
 * differs upstream lets a hidden inherent into the block, and everybody else refuses the block then
 * source  opentensor/subtensor pallets/shield/src/lib.rs try_unshield_tx
 */
export function unshieldedOf(ctx: f.Context, plain: Uint8Array): Unshielded | undefined {
  try {
    const bytes = withoutRest(plain)
    const extrinsic = f.decodeExtrinsic(ctx.runtime, bytes)
    if (f.isInherentExtrinsic(ctx, extrinsic)) return undefined
    return { bytes, tag: nonceTag(ctx, extrinsic) }
  } catch (error) {
    if (error instanceof f.CodecError) return undefined
    throw error
  }
}

/** Without what follows the extrinsic. */
function withoutRest(plain: Uint8Array): Uint8Array {
  const from = new f.Reader(plain)
  from.bytes(from.compact())
  return plain.subarray(0, from.at)
}

function nonceTag(ctx: f.Context, { preamble }: f.DecodedExtrinsic): Uint8Array | undefined {
  if (preamble.type !== 'Signed' || preamble.address.type !== 'Id') return undefined
  const { extensions } = ctx.runtime.parts
  const at = extensions.findIndex(({ identifier }) => identifier === 'CheckNonce')
  const nonce = preamble.extra[at]
  if (typeof nonce !== 'number') return undefined
  return f.concatBytes(f.fromHex(preamble.address.value), f.u32.encode(nonce))
}
