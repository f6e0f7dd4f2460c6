/** Opening a timelock ciphertext with the beacon's signature. */
import * as f from '@taonet/frame'
import { type Header, parseCiphertext } from './ciphertext.ts'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const SIGNATURE_BYTES = 48

const xor = (a: Uint8Array, b: Uint8Array): Uint8Array => a.map((byte, i) => byte ^ b[i]!)

const toScalar = (bigEndian: Uint8Array): bigint => BigInt(f.toHex(bigEndian))

/**
 * The key that a header hides from everyone without the round's signature.
 *
 * differs upstream panics on masked values of another length than 32 bytes; here they just do not open
 * source  ideal-lab5/timelock tle/src/ibe/fullident.rs IBESecret::decrypt
 */
function recoverKey({ u, v, w }: Header, signature: f.G1Point): Uint8Array | undefined {
  if (v.length !== KEY_BYTES || w.length !== KEY_BYTES) return undefined
  const sigma = xor(v, f.sha256(f.pairingBytes(signature, u)))
  const key = xor(w, f.sha256(sigma))
  const expected = f.multiplyG2Base(toScalar(f.sha256(f.concatBytes(sigma, key))))
  return expected?.equals(u) ? key : undefined
}

/**
 * Opens a ciphertext; undefined when it is none, or was made for another round.
 *
 * shape   signature: a compressed point of G1; what follows its 48 bytes is ignored
 * source  ideal-lab5/timelock tle/src/tlock.rs tld
 * cost    one pairing, one multiplication: some 20 ms
 */
export function decryptTimelock(bytes: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  const ciphertext = parseCiphertext(bytes)
  const point = f.decodeG1(signature.subarray(0, SIGNATURE_BYTES))
  const key = ciphertext && point && recoverKey(ciphertext.header, point)
  if (!key || ciphertext.nonce.length !== NONCE_BYTES) return undefined
  return f.decryptAesGcm(key, ciphertext.nonce, ciphertext.body)
}
