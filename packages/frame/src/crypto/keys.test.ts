// Vectors: bittensor-wallet 4.1.1 (sdk-keys.json), production runtime 425 (extrinsics.json), go-ethereum.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { concatBytes, fromHex, toHex, utf8 } from './bytes.ts'
import { CryptoError } from './errors.ts'
import { blake2_256 } from './hash.ts'
import { deriveSoftPublic, ethereumKeyPair, keyPairFromSeed, keyPairFromUri } from './key-pair.ts'
import { parseSecretUri, seedOf } from './secret-uri.ts'
import {
  recoverEcdsa,
  recoverEthereumAddress,
  verifyEd25519,
  verifySignature,
  verifySr25519,
} from './signature.ts'
import { decodeSs58, encodeSs58 } from './ss58.ts'

interface Key {
  readonly public?: string
  readonly ss58?: string
}
interface SdkKeys {
  readonly mnemonics: { mnemonic: string; mini_secret: string; sr25519: Key; ed25519: Key }[]
  readonly invalid_mnemonics: { mnemonic: string }[]
  readonly derivation: { uri: string; sr25519: Key; ed25519: Key }[]
  readonly seed: { seed: string; sr25519_public: string; ed25519_public: string }[]
  readonly ss58: { public: string; format: number; address: string }[]
  readonly signatures: Record<string, string>[]
}
interface Extrinsics {
  readonly cases: { signer_uri: string; signer: string; signed_bytes: string; signature: string }[]
}

const vectors = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/${path}`, import.meta.url), 'utf8'))
const sdk = vectors('bittensor-10.5.0/sdk-keys.json') as SdkKeys
const { cases } = vectors('runtime-425/extrinsics.json') as Extrinsics

const fails = (code: string) => (error: unknown) =>
  error instanceof CryptoError && error.code === code

test('phrases give the seeds and keys of bittensor-wallet', () => {
  for (const { mnemonic, mini_secret, sr25519, ed25519 } of sdk.mnemonics) {
    assert.equal(toHex(seedOf(mnemonic, '')), mini_secret)
    assert.equal(keyPairFromUri(mnemonic).account, sr25519.public)
    assert.equal(keyPairFromUri(mnemonic, 'ed25519').account, ed25519.public)
  }
  for (const { mnemonic } of sdk.invalid_mnemonics) {
    assert.throws(() => keyPairFromUri(mnemonic), fails('BAD_PHRASE'))
  }
})

test('URIs derive as in bittensor-wallet; ed25519 refuses soft junctions as there', () => {
  for (const { uri, sr25519, ed25519 } of sdk.derivation) {
    const pair = keyPairFromUri(uri)
    assert.equal(pair.account, sr25519.public, uri)
    assert.equal(encodeSs58(pair.publicKey), sr25519.ss58, uri)
    if (ed25519.public === undefined) {
      assert.throws(() => keyPairFromUri(uri, 'ed25519'), fails('BAD_SECRET_URI'))
    } else assert.equal(keyPairFromUri(uri, 'ed25519').account, ed25519.public, uri)
  }
  for (const { seed, sr25519_public, ed25519_public } of sdk.seed) {
    assert.equal(keyPairFromSeed(fromHex(seed)).account, sr25519_public)
    assert.equal(keyPairFromSeed(fromHex(seed), 'ed25519').account, ed25519_public)
  }
})

test('a soft child is the same from the public key alone', () => {
  const { chainCode } = parseSecretUri('//Alice/soft').junctions[1]!
  const parent = keyPairFromUri('//Alice').publicKey
  assert.deepEqual(deriveSoftPublic(parent, chainCode), keyPairFromUri('//Alice/soft').publicKey)
})

test('the ecdsa key of //Alice is the documented one', () => {
  const alice = keyPairFromUri('//Alice', 'ecdsa')
  const documented = '0x020a1091341fe5664bfa1782d5e04779689068c916b04cb365ec3153755684d9a1'
  assert.equal(toHex(alice.publicKey), documented)
  const account = fromHex(alice.account)
  assert.equal(encodeSs58(account), '5C7C2Z5sWbytvHpuLTvzKunnnRwQxft1jiqrLD5rhucQ5S9X')
})

test('bad URIs and seeds are refused with a code', () => {
  assert.throws(() => keyPairFromUri('no/junction//'), fails('BAD_SECRET_URI'))
  assert.throws(() => keyPairFromUri('a-phrase-with-dashes'), fails('BAD_SECRET_URI'))
  assert.throws(() => keyPairFromUri('0x1234'), fails('BAD_SEED'))
  assert.throws(() => keyPairFromUri('0xzz'), fails('BAD_HEX'))
})

test('addresses of any prefix decode and encode', () => {
  for (const { public: key, format, address } of sdk.ss58) {
    assert.deepEqual(decodeSs58(address), { account: fromHex(key), prefix: format })
    assert.equal(encodeSs58(fromHex(key), format), address)
  }
  const alice = '5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY'
  const wrong = [
    '',
    alice.slice(1),
    `${alice.slice(0, -1)}Z`,
    `${alice}0`,
    'O0Il',
    '🙂',
    'z'.repeat(100_000),
  ]
  for (const address of wrong) assert.throws(() => decodeSs58(address), fails('BAD_SS58'), address)
  assert.throws(() => encodeSs58(new Uint8Array(31)), fails('BAD_SS58'))
  assert.throws(() => encodeSs58(new Uint8Array(32), 16384), fails('BAD_SS58'))
})

test('signatures of the production tools hold, and changed ones do not', () => {
  const message = (text: string) => utf8(text)
  for (const entry of sdk.signatures) {
    const text = message(entry.message!)
    const [sr, ed] = [entry.sr25519_signature!, entry.ed25519_signature!].map(fromHex)
    const [srKey, edKey] = [entry.sr25519_public!, entry.ed25519_public!].map(fromHex)
    assert.equal(verifySr25519(sr!, text, srKey!), true)
    assert.equal(verifyEd25519(ed!, text, edKey!), true)
    assert.equal(verifySr25519(sr!, concatBytes(text, text, text, Uint8Array.of(1)), srKey!), false)
    assert.equal(verifySr25519(ed!, text, srKey!), false)
    assert.equal(verifyEd25519(ed!, text, srKey!), false)
    assert.equal(verifyEd25519(sr!, text, edKey!), false)
  }
  for (const { signer_uri, signer, signed_bytes, signature } of cases.slice(0, 20)) {
    assert.equal(keyPairFromUri(signer_uri).account, signer)
    const [bytes, sig, key] = [signed_bytes, signature, signer].map(fromHex)
    assert.equal(verifySignature('sr25519', sig!, bytes!, key!), true)
    sig![5]! ^= 1
    assert.equal(verifySignature('sr25519', sig!, bytes!, key!), false)
  }
})

test('what we sign holds, and signing twice gives the same bytes', () => {
  const message = utf8('a message')
  for (const type of ['sr25519', 'ed25519', 'ecdsa'] as const) {
    const pair = keyPairFromUri('//Ferdie', type)
    const account = fromHex(pair.account)
    const signature = pair.sign(message)
    assert.deepEqual(pair.sign(message), signature)
    assert.equal(verifySignature(type, signature, message, account), true)
    assert.equal(verifySignature(type, signature, utf8('another'), account), false)
    for (const length of [0, 63, 64, 65, 66]) {
      assert.equal(verifySignature(type, new Uint8Array(length), message, account), false)
      assert.equal(verifySignature(type, new Uint8Array(length).fill(255), message, account), false)
    }
  }
})

test('anyone can sign for the zero account, as with schnorrkel', () => {
  // R = s·B; with s = 0 both halves are zero but for the marker
  const zero = new Uint8Array(64)
  zero[63] = 0x80
  assert.equal(verifySr25519(zero, utf8('any'), new Uint8Array(32)), true)
  assert.equal(verifySr25519(new Uint8Array(64), utf8('any'), new Uint8Array(32)), false)
  const wrong = zero.slice()
  wrong[32] = 5
  assert.equal(verifySr25519(wrong, utf8('any'), new Uint8Array(32)), false)
})

test('secp256k1 recovery is that of the ecrecover precompile', () => {
  // go-ethereum core/vm/testdata/precompiles/ecRecover.json "ValidKey": v 28, high s
  const hash = fromHex('18c547e4f7b0f325ad1e56f57e26c745b09a3e503d86e00e5255ff7f715d3d1c')
  const signature = fromHex(
    '73b1693892219d736caba55bdb67216e485557ea6b6af75f37096c9aa6a5a75feeb940b1d03b21e36b0e47e79769f095fe2ab855bd91e3a38756b7d75a9c45491c',
  )
  const address = '0xa94f5374fce5edbc8e2a8697c15331677e6ebf0b'
  assert.equal(toHex(recoverEthereumAddress(signature, hash)!), address)
  signature[64] = 1
  assert.equal(toHex(recoverEthereumAddress(signature, hash)!), address)
  for (const v of [4, 26, 31, 255]) {
    signature[64] = v
    assert.equal(recoverEcdsa(signature, hash), undefined)
  }
  const pair = ethereumKeyPair(blake2_256(utf8('key')))
  assert.equal(toHex(recoverEthereumAddress(pair.sign(hash), hash)!), pair.address)
})
