/** Encrypted transactions, as block authors ask about them. */
import * as f from '@taonet/frame'
import { parseShielded } from '../extensions/shielded.ts'
import { PendingKey } from '../pallets/mev-shield/storage.ts'
import { ShieldedTransaction } from '../pallets/mev-shield/types.ts'

/** Boxes and lists that may lie around each other in a call that is taken apart. */
const MAX_EXTRINSIC_DEPTH = 8

/** Whether signature and signer hold. */
function isGenuine(ctx: f.Context, extrinsic: f.DecodedExtrinsic, length: number): boolean {
  try {
    f.check(ctx, extrinsic, length)
    return true
  } catch (error) {
    if (error instanceof f.InvalidityError) return false
    throw error
  }
}

/**
 * The encrypted transaction that an extrinsic carries.
 *
 * shape   undefined for another call, one nested too deep, a wrong signature, or a ciphertext that is cut off
 * source  opentensor/subtensor pallets/shield/src/lib.rs try_decode_shielded_tx
 */
function tryDecode(ctx: f.Context, uxt: f.Extrinsic): ShieldedTransaction | undefined {
  const bytes = f.encodeExtrinsic(ctx.runtime, uxt)
  const extrinsic = f.decodeExtrinsic(ctx.runtime, bytes)
  const { pallet, name, args } = extrinsic.call
  if (pallet !== 'MevShield' || name !== 'submit_encrypted') return undefined
  if (extrinsic.depth > MAX_EXTRINSIC_DEPTH) return undefined
  if (!isGenuine(ctx, extrinsic, bytes.length)) return undefined
  return parseShielded((args as { ciphertext: Uint8Array }).ciphertext)
}

/** Name of a key: twox-128 of its bytes. */
const hashOfKey = (key: Uint8Array): string => f.toHex(f.twox128(key))

/** source  opentensor/polkadot-sdk substrate/primitives/shield/src/runtime_api.rs ShieldApi */
export const ShieldApi = f.api('ShieldApi', 1, {
  try_decode_shielded_tx: f.method(
    { uxt: f.UncheckedExtrinsic },
    f.option(ShieldedTransaction),
    (ctx, { uxt }) => tryDecode(ctx, uxt),
  ),
  /** The key that authors decrypt with now is the pending one. */
  is_shielded_using_current_key: f.method(
    { key_hash: f.bytesN(16) },
    f.bool,
    (ctx, { key_hash }) => {
      const pending = PendingKey.get(ctx)
      return pending !== undefined && hashOfKey(pending) === key_hash
    },
  ),
  /** differs: a runtime here does not decrypt; that is the business of the node that has the key. */
  try_unshield_tx: f.method(
    { dec_key_bytes: f.bytes, shielded_tx: ShieldedTransaction },
    f.option(f.UncheckedExtrinsic),
    () => undefined,
  ),
})
