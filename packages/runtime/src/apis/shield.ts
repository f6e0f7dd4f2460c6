/** Encrypted transactions, as block authors ask about them. */
import * as f from '@taonet/frame'
import { ShieldedTransaction } from '../pallets/mev-shield/types.ts'
import { authorsShieldKey, shieldedIn } from '../shield.ts'

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
  const shielded = shieldedIn(ctx.runtime, bytes)
  const extrinsic = shielded && f.decodeExtrinsic(ctx.runtime, bytes)
  return extrinsic && isGenuine(ctx, extrinsic, bytes.length) ? shielded : undefined
}

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
    (ctx, { key_hash }) => authorsShieldKey(ctx) === key_hash,
  ),
  /** differs: a runtime here does not decrypt; a node answers in its place, as it has the algorithms. */
  try_unshield_tx: f.method(
    { dec_key_bytes: f.bytes, shielded_tx: ShieldedTransaction },
    f.option(f.UncheckedExtrinsic),
    () => undefined,
  ),
})
