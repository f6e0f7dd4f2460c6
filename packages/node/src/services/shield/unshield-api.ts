/** Decrypting with a key that the caller gives: the one runtime API that the node answers itself. */
import { bytes, CodecError, option, Reader, tuple, UncheckedExtrinsic } from '@taonet/frame'
import { ShieldedTransaction } from '@taonet/runtime'
import { unseal } from './sealing.ts'

export const TRY_UNSHIELD = 'ShieldApi_try_unshield_tx'

const Arguments = tuple(bytes, ShieldedTransaction)
const Answer = option(UncheckedExtrinsic)

/**
 * The extrinsic that was sealed to a key.
 *
 * shape   arguments: decapsulation key, encrypted transaction; answer: the extrinsic, or none where key,
 *         ciphertext or content do not fit
 * refuses CodecError for input that is not the arguments
 * source  opentensor/subtensor pallets/shield/src/lib.rs try_unshield_tx
 */
export function tryUnshield(input: Uint8Array): Uint8Array {
  const [secretKey, shielded] = Arguments.read(new Reader(input))
  const plain = unseal({ secretKey }, shielded)
  if (plain === undefined || plain.length === 0) return Answer.encode(undefined)
  try {
    return Answer.encode(UncheckedExtrinsic.read(new Reader(plain)))
  } catch (error) {
    if (error instanceof CodecError) return Answer.encode(undefined)
    throw error
  }
}
