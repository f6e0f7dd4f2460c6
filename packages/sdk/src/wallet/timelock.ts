/** Sealing of bytes until a round of a drand beacon, by default "quicknet": its signature is the key. */
import { gcm } from '@noble/ciphers/aes.js'
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { randomBytes } from '@noble/hashes/utils.js'
import { concatBytes, equalBytes, hexToBytes } from './hex.ts'

const { G1, G2, fields, pairing } = bls12_381
/** How such beacons hash messages to its curve. */
const DST = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'

/** A beacon that signs the bare number of each round. */
export type Beacon = {
  /** A point of G2, compressed. */
  readonly publicKey: Uint8Array
  /** Unix second of round 1. */
  readonly genesisTime: number
  /** Seconds between rounds. */
  readonly period: number
}

/** The beacon of the production network. */
export const QUICKNET: Beacon = {
  publicKey: hexToBytes(
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
  ),
  genesisTime: 1_692_803_367,
  period: 3,
}
const SUITE = new TextEncoder().encode('AES_GCM_')
const U_LENGTH = 96
const FP_LENGTH = 48

/** What a sealing draws at random; given only by tests. */
export type SealRandomness = {
  readonly key: Uint8Array
  /** 32 bytes of a scalar, little endian. */
  readonly scalar: Uint8Array
  readonly nonce: Uint8Array
}

/** The round before the one that a beacon makes at a time, as Bittensor's clients count. */
export function drandRoundAt(
  unixSeconds: number,
  { genesisTime, period }: Beacon = QUICKNET,
): bigint {
  return BigInt(Math.max(1, Math.floor((unixSeconds - genesisTime) / period)))
}

/**
 * Seals bytes until a round, in the layout that the chain opens.
 *
 * shape  244 bytes more than `plain`
 * source ideal-lab5/timelock tle/src/tlock.rs tle, tle/src/ibe/fullident.rs encrypt
 */
export function timelockEncrypt(
  plain: Uint8Array,
  round: bigint,
  random: SealRandomness = drawRandomness(),
  { publicKey }: Beacon = QUICKNET,
): Uint8Array {
  const { key, scalar, nonce } = random
  const sigma = sha256(scalar)
  const r = hashToScalar(sigma, key)
  const u = G2.Point.BASE.multiply(r)
  const shared = pairing(identityOf(round), G2.Point.fromBytes(publicKey).multiply(r))
  const v = xor(sigma, hashGt(shared))
  const w = xor(key, sha256(sigma))
  const body = gcm(key, nonce).encrypt(plain)
  return concatBytes(
    u.toBytes(),
    withLength(v),
    withLength(w),
    withLength(concatBytes(withLength(body), withLength(nonce))),
    withLength(SUITE),
  )
}

/**
 * Opens what was sealed, with the beacon's signature of the round; undefined where either is wrong.
 */
export function timelockDecrypt(sealed: Uint8Array, signature: Uint8Array): Uint8Array | undefined {
  try {
    const u = G2.Point.fromBytes(sealed.subarray(0, U_LENGTH))
    const [v, w, body] = readParts(sealed.subarray(U_LENGTH), 3)
    const sigma = xor(v, hashGt(pairing(G1.Point.fromBytes(signature), u)))
    const key = xor(w, sha256(sigma))
    const isGenuine = equalBytes(
      G2.Point.BASE.multiply(hashToScalar(sigma, key)).toBytes(),
      u.toBytes(),
    )
    const [box, nonce] = readParts(body, 2)
    return isGenuine ? gcm(key, nonce).decrypt(box) : undefined
  } catch {
    return undefined
  }
}

function drawRandomness(): SealRandomness {
  const scalar = fields.Fr.create(BigInt(`0x${hexOf(randomBytes(48))}`))
  return { key: randomBytes(32), scalar: littleEndian(scalar, 32), nonce: randomBytes(12) }
}

/** A round's point: its number, hashed as the beacon hashes what it signs. */
function identityOf(round: bigint): ReturnType<typeof G1.hashToCurve> {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, round)
  return G1.hashToCurve(sha256(bytes), { DST })
}

function hashToScalar(sigma: Uint8Array, key: Uint8Array): bigint {
  return fields.Fr.create(BigInt(`0x${hexOf(sha256(concatBytes(sigma, key)))}`))
}

/** SHA-256 of a pairing's value: its twelve coordinates, each little endian. */
function hashGt(value: ReturnType<typeof pairing>): Uint8Array {
  const sixes = [value.c0, value.c1]
  const twos = sixes.flatMap(({ c0, c1, c2 }) => [c0, c1, c2])
  const coordinates = twos.flatMap(({ c0, c1 }) => [c0, c1])
  return sha256(concatBytes(...coordinates.map((fp) => littleEndian(fp, FP_LENGTH))))
}

function littleEndian(value: bigint, length: number): Uint8Array {
  return hexToBytes(value.toString(16).padStart(2 * length, '0')).reverse()
}

function hexOf(bytes: Uint8Array): string {
  return bytes.reduce((text, byte) => text + byte.toString(16).padStart(2, '0'), '')
}

function xor(a: Uint8Array, b: Uint8Array): Uint8Array {
  return a.map((byte, i) => byte ^ (b[i] ?? 0))
}

/** A part after its length as u64. */
function withLength(part: Uint8Array): Uint8Array {
  const length = new Uint8Array(8)
  new DataView(length.buffer).setBigUint64(0, BigInt(part.length), true)
  return concatBytes(length, part)
}

/** The first `count` parts; throws where they overrun the bytes. */
function readParts<N extends number>(
  bytes: Uint8Array,
  count: N,
): N extends 3 ? [Uint8Array, Uint8Array, Uint8Array] : [Uint8Array, Uint8Array] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: Uint8Array[] = []
  let at = 0
  for (let i = 0; i < count; i++) {
    const length = Number(view.getBigUint64(at, true))
    if (at + 8 + length > bytes.length) throw new RangeError('a part overruns the bytes')
    parts.push(bytes.subarray(at + 8, at + 8 + length))
    at += 8 + length
  }
  return parts as N extends 3 ? [Uint8Array, Uint8Array, Uint8Array] : [Uint8Array, Uint8Array]
}
