/** sr25519 in the form bittensor stores it: a canonical scalar and a nonce, 64 bytes. */
import { getPublicKey, HDKD, secretFromSeed, sign, verify } from '@scure/sr25519'
import { WalletError } from './errors.ts'
import { concatBytes } from './hex.ts'

const SECRET_LENGTH = 64
const SCALAR_LENGTH = 32
/** Order of the ristretto255 group: 2^252 + 27742317777372353535851937790883648493. */
const GROUP_ORDER = (1n << 252n) + 27742317777372353535851937790883648493n

/** Secret of a 32-byte mini secret, expanded in Ed25519 mode. */
export function sr25519FromSeed(seed: Uint8Array): Uint8Array {
  return fromExpanded(secretFromSeed(seed))
}

export function sr25519PublicKey(secret: Uint8Array): Uint8Array {
  return getPublicKey(toExpanded(secret))
}

/** Signature under the context `substrate`; randomised, so two of one message differ. */
export function sr25519Sign(secret: Uint8Array, message: Uint8Array): Uint8Array {
  return sign(toExpanded(secret), message)
}

export function sr25519Verify(
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(message, signature, publicKey)
  } catch {
    // Points and scalars that do not decode are wrong signatures, not failures.
    return false
  }
}

/** Child secret of a junction's 32-byte chain code. */
export function sr25519Derive(
  secret: Uint8Array,
  chainCode: Uint8Array,
  hard: boolean,
): Uint8Array {
  const expanded = toExpanded(secret)
  return fromExpanded(
    hard ? HDKD.secretHard(expanded, chainCode) : HDKD.secretSoft(expanded, chainCode),
  )
}

/**
 * The library holds the scalar multiplied by the cofactor 8, key files hold it divided by 8.
 *
 * refuses INVALID_PRIVATE_KEY: another length, a scalar that is not reduced
 */
function toExpanded(secret: Uint8Array): Uint8Array {
  if (secret.length !== SECRET_LENGTH) {
    throw new WalletError('INVALID_PRIVATE_KEY', `expected 64 key bytes, got ${secret.length}`)
  }
  const scalar = readScalar(secret)
  if (scalar >= GROUP_ORDER) {
    throw new WalletError('INVALID_PRIVATE_KEY', 'expected a scalar below the group order')
  }
  return withScalar(secret, scalar << 3n)
}

/** Key-file form of a secret in the expanded form of polkadot-js. */
export function fromExpanded(expanded: Uint8Array): Uint8Array {
  return withScalar(expanded, readScalar(expanded) >> 3n)
}

function readScalar(secret: Uint8Array): bigint {
  let scalar = 0n
  for (let i = SCALAR_LENGTH - 1; i >= 0; i--) scalar = (scalar << 8n) | BigInt(secret[i] ?? 0)
  return scalar
}

function withScalar(secret: Uint8Array, scalar: bigint): Uint8Array {
  const bytes = new Uint8Array(SCALAR_LENGTH)
  let rest = scalar
  for (let i = 0; i < SCALAR_LENGTH; i++) {
    bytes[i] = Number(rest & 0xffn)
    rest >>= 8n
  }
  return concatBytes(bytes, secret.subarray(SCALAR_LENGTH))
}
