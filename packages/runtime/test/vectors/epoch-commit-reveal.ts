/** Runs `epoch-commit-reveal.json`: commit hashes, pulses of the beacon, timelock ciphertexts. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { attempt } from '../../src/common/attempt.ts'
import { BeaconConfiguration, Pulse } from '../../src/pallets/drand/types.ts'
import { isVerified } from '../../src/pallets/drand/verify.ts'
import { commitPreimage, getCommitHash } from '../../src/pallets/subtensor/weights/commit-hash.ts'
import { parseCiphertext } from '../../src/pallets/subtensor/weights/timelock/ciphertext.ts'
import { decryptTimelock } from '../../src/pallets/subtensor/weights/timelock/decrypt.ts'
import { WeightsTlockPayload } from '../../src/pallets/subtensor/weights/timelock/payload.ts'
import { errorName } from './chain.ts'
import type { Check } from './checks.ts'

interface CommitHashVector {
  readonly hotkey_hex: string
  readonly netuid_index: number
  readonly uids: readonly number[]
  readonly values: readonly number[]
  readonly salt: readonly number[]
  readonly version_key: string
  readonly preimage_hex: string
  readonly blake2_256: string
}

interface PulseVector {
  readonly round: string
  readonly randomness: string
  readonly signature: string
}

interface DrandVectors {
  readonly beacon_config_scale_hex: string
  readonly pulse: PulseVector
  readonly pulse_scale_hex: string
  readonly message_sha256_of_round_be: string
  readonly hash_to_g1_compressed: string
  readonly dst: string
  readonly bad_pulse: PulseVector & { readonly expected_error: string }
}

interface TlockVector {
  readonly id: string
  readonly payload?: {
    readonly hotkey: string
    readonly uids: number[]
    readonly values: number[]
    readonly version_key: string
  }
  readonly payload_scale_hex?: string
  readonly plaintext_utf8?: string
  readonly U_compressed_hex?: string
  readonly V_hex?: string
  readonly W_hex?: string
  readonly nonce_hex?: string
  readonly aes_gcm_ciphertext_and_tag_hex?: string
  readonly ciphertext_hex: string
  readonly length: number
}

/** `epoch-commit-reveal.json`, without the part that is about clients. */
export interface EpochCommitRevealVectors {
  readonly commit_hash: readonly CommitHashVector[]
  readonly drand: DrandVectors
  readonly tlock: readonly TlockVector[]
}

const hexDigits = (bytes: Uint8Array) => f.toHex(bytes).slice(2)

function checkCommitHash(vector: CommitHashVector): void {
  const { uids, values, salt } = vector
  const reveal = { uids, values, salt, versionKey: BigInt(vector.version_key) }
  const who: f.AccountId = `0x${vector.hotkey_hex}`
  assert.equal(hexDigits(commitPreimage(who, vector.netuid_index, reveal)), vector.preimage_hex)
  assert.equal(getCommitHash(who, vector.netuid_index, reveal), vector.blake2_256)
}

const pulseOf = ({ round, randomness, signature }: PulseVector): Pulse => ({
  round: BigInt(round),
  randomness: f.fromHex(`0x${randomness}`),
  signature: f.fromHex(`0x${signature}`),
})

function checkDrand(vectors: DrandVectors): void {
  const beacon = BeaconConfiguration.decode(f.fromHex(`0x${vectors.beacon_config_scale_hex}`))
  const pulse = pulseOf(vectors.pulse)
  assert.equal(hexDigits(Pulse.encode(pulse)), vectors.pulse_scale_hex)
  assert.equal(hexDigits(f.sha256(pulse.signature)), vectors.pulse.randomness)
  const message = f.sha256(f.u64.encode(pulse.round).reverse())
  assert.equal(hexDigits(message), vectors.message_sha256_of_round_be)
  const point = f.hashToG1(message, vectors.dst)
  assert.equal(point.toHex(true), vectors.hash_to_g1_compressed)
  assert.equal(isVerified(beacon, pulse), true)
  const bad = attempt(() => isVerified(beacon, pulseOf(vectors.bad_pulse)))
  assert.equal(bad.ok || errorName(bad.error), vectors.bad_pulse.expected_error)
}

/** The parts of a ciphertext, where the vector has them. */
function checkParts(vector: TlockVector, bytes: Uint8Array): void {
  const parsed = parseCiphertext(bytes)
  assert.ok(parsed)
  const { header, nonce, body } = parsed
  const parts = {
    U_compressed_hex: hexDigits(f.encodeG2(header.u)),
    V_hex: hexDigits(header.v),
    W_hex: hexDigits(header.w),
    nonce_hex: hexDigits(nonce),
    aes_gcm_ciphertext_and_tag_hex: hexDigits(body),
  }
  assert.deepEqual({ ...vector, ...parts }, { ...parts, ...vector })
}

function checkTlock(vector: TlockVector, signature: Uint8Array): void {
  const bytes = f.fromHex(`0x${vector.ciphertext_hex}`)
  assert.equal(bytes.length, vector.length)
  checkParts(vector, bytes)
  const plain = decryptTimelock(bytes, signature)
  assert.ok(plain)
  if (vector.plaintext_utf8 !== undefined) assert.deepEqual(plain, f.utf8(vector.plaintext_utf8))
  if (vector.payload_scale_hex !== undefined)
    assert.equal(hexDigits(plain), vector.payload_scale_hex)
  if (vector.payload === undefined) return
  const { hotkey, version_key, ...row } = WeightsTlockPayload.decode(plain)
  const payload = { ...row, hotkey: hexDigits(hotkey), version_key: `${version_key}` }
  assert.deepEqual(payload, vector.payload)
}

/** Yields the checks of the file. */
export function* epochCommitRevealChecks(vectors: EpochCommitRevealVectors): Generator<Check> {
  for (const [at, vector] of vectors.commit_hash.entries())
    yield { name: `commit_hash[${at}]`, run: () => checkCommitHash(vector) }
  yield { name: 'drand', run: () => checkDrand(vectors.drand) }
  const signature = f.fromHex(`0x${vectors.drand.pulse.signature}`)
  for (const vector of vectors.tlock)
    yield { name: `tlock ${vector.id}`, run: () => checkTlock(vector, signature) }
}
