/** Whether the beacon made a pulse: BLS over BLS12-381, signatures in G1, unchained (quicknet). */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import type { BeaconConfiguration, Pulse } from './types.ts'

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const G1_BYTES = 48
const G2_BYTES = 96
/** Bits of the first byte: the point is compressed, and it is the one at infinity. */
const INFINITY = 0xc0

type Decoded<P> = P | 'infinity'

/** A point from the front of bytes; what follows is ignored, as upstream does. */
function point<P>(
  bytes: Uint8Array,
  length: number,
  decode: (bytes: Uint8Array) => P | undefined,
): Decoded<P> {
  f.ensure(bytes.length >= length, errors.PulseVerificationError)
  if ((bytes[0]! & INFINITY) === INFINITY) return 'infinity'
  const decoded = decode(bytes.subarray(0, length))
  f.ensure(decoded !== undefined, errors.PulseVerificationError)
  return decoded
}

/** What the beacon signs for a round. */
export function messageOf(round: bigint): f.G1Point {
  const bigEndian = f.u64.encode(round).reverse()
  return f.hashToG1(f.sha256(bigEndian), DOMAIN)
}

/**
 * Whether the signature of a pulse is the beacon's for its round. Its randomness is not looked at.
 *
 * refuses PulseVerificationError when key or signature are no points
 * source  opentensor/subtensor pallets/drand/src/verifier.rs QuicknetVerifier
 * cost    two pairings: some 20 ms
 */
export function isVerified({ public_key }: BeaconConfiguration, pulse: Pulse): boolean {
  const key = point(public_key, G2_BYTES, f.decodeG2)
  const signature = point(pulse.signature, G1_BYTES, f.decodeG1)
  if (key === 'infinity' || signature === 'infinity') return key === signature
  return f.verifyG1Signature(signature, messageOf(pulse.round), key)
}
