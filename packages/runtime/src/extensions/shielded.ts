/** Encrypted transactions as bytes. */
import * as f from '@taonet/frame'
import type { ShieldedTransaction } from '../pallets/mev-shield/types.ts'

/**
 * Takes an encrypted transaction apart; `undefined` when it is cut off.
 *
 * shape   key hash (16) ++ length of kem_ct (u16) ++ kem_ct ++ nonce (24) ++ aead_ct (not empty)
 * source  opentensor/polkadot-sdk substrate/primitives/shield/src/shielded_tx.rs parse
 */
export function parseShielded(ciphertext: Uint8Array): ShieldedTransaction | undefined {
  const from = new f.Reader(ciphertext)
  try {
    const key_hash = f.toHex(from.bytes(16))
    const kem_ct = from.bytes(from.u16())
    const nonce = f.toHex(from.bytes(24))
    return from.left > 0 ? { key_hash, kem_ct, nonce, aead_ct: from.bytes(from.left) } : undefined
  } catch (error) {
    if (error instanceof f.CodecError) return undefined
    throw error
  }
}
