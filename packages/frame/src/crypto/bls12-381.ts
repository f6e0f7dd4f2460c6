/** The curve BLS12-381 as the drand beacon uses it: signatures in G1, keys in G2. Points are compressed, big-endian. */
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { concatBytes } from './bytes.ts'

const { G1, G2, fields } = bls12_381

/** A point of the prime-order subgroup of G1. */
export type G1Point = InstanceType<typeof G1.Point>
/** A point of the prime-order subgroup of G2. */
export type G2Point = InstanceType<typeof G2.Point>

const G1_BYTES = 48
const G2_BYTES = 96

/** A point of the subgroup out of its bytes, or nothing. */
function decoded<P>(bytes: Uint8Array, length: number, decode: (bytes: Uint8Array) => P) {
  if (bytes.length !== length) return undefined
  try {
    return decode(bytes)
  } catch {
    return undefined // no point of the curve, or none of the subgroup
  }
}

/** A point of G1 out of 48 bytes; undefined when there is none, infinity included. */
export const decodeG1 = (bytes: Uint8Array): G1Point | undefined => {
  const point = decoded(bytes, G1_BYTES, (raw) => G1.Point.fromBytes(raw))
  return point?.is0() ? undefined : point
}

/** A point of G2 out of 96 bytes; undefined when there is none, infinity included. */
export const decodeG2 = (bytes: Uint8Array): G2Point | undefined => {
  const point = decoded(bytes, G2_BYTES, (raw) => G2.Point.fromBytes(raw))
  return point?.is0() ? undefined : point
}

export const encodeG2 = (point: G2Point): Uint8Array => point.toBytes(true)

/** A scalar times the generator of G2; undefined for a multiple of the order. */
export function multiplyG2Base(scalar: bigint): G2Point | undefined {
  const reduced = scalar % fields.Fr.ORDER
  return reduced === 0n ? undefined : G2.Point.BASE.multiplyUnsafe(reduced)
}

/** The point of G1 that a message hashes to, by RFC 9380 under a domain separation tag. */
export const hashToG1 = (message: Uint8Array, DST: string): G1Point =>
  G1.hashToCurve(message, { DST }) as G1Point

function littleEndian(value: bigint): Uint8Array {
  const bytes = new Uint8Array(G1_BYTES)
  for (let i = 0, rest = value; i < G1_BYTES; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn)
  return bytes
}

/**
 * The pairing of two points as bytes: twelve field elements, each little-endian.
 *
 * shape   576 bytes, in the order of the towers of extensions
 * source  arkworks-rs/algebra ec/src/pairing.rs PairingOutput::serialize_compressed
 */
export function pairingBytes(g1: G1Point, g2: G2Point): Uint8Array {
  const { c0, c1 } = bls12_381.pairing(g1, g2)
  const parts = [c0, c1].flatMap((six) => [six.c0, six.c1, six.c2])
  return concatBytes(...parts.flatMap((two) => [littleEndian(two.c0), littleEndian(two.c1)]))
}

/** A signature in G1 over a hashed message, compressed. */
export const signG1 = (message: G1Point, secret: bigint): Uint8Array =>
  message.multiply(secret % fields.Fr.ORDER).toBytes(true)

/** Whether a signature in G1 over a hashed message was made by the holder of a key in G2. */
export function verifyG1Signature(signature: G1Point, message: G1Point, key: G2Point): boolean {
  const product = bls12_381.pairingBatch([
    { g1: signature, g2: G2.Point.BASE.negate() },
    { g1: message, g2: key },
  ])
  return fields.Fp12.eql(product, fields.Fp12.ONE)
}
