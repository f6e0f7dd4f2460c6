import assert from 'node:assert/strict'
import { test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-keys.json' with { type: 'json' }
import { WalletError } from './errors.ts'
import { bytesToHex } from './hex.ts'
import { type CryptoType, Keypair } from './keypair.ts'
import { generateMnemonic, isMnemonic } from './mnemonic.ts'
import { decodeAddress, encodeAddress } from './ss58.ts'

const hex = (bytes: Uint8Array | undefined) => (bytes ? `0x${bytesToHex(bytes)}` : undefined)
const withCode = (code: string) => (error: unknown) =>
  error instanceof WalletError && error.code === code

test('phrases give the keys of the Python wallet', () => {
  for (const { mnemonic, mini_secret, sr25519, ed25519 } of vectors.mnemonics) {
    const sr = Keypair.fromMnemonic(mnemonic)
    assert.equal(hex(sr.seed), mini_secret)
    assert.equal(hex(sr.publicKey), sr25519.public)
    assert.equal(hex(sr.privateKey), sr25519.private_key_schnorrkel)
    assert.equal(sr.ss58Address, sr25519.ss58)
    const ed = Keypair.fromMnemonic(mnemonic, 'ed25519')
    assert.equal(hex(ed.privateKey), ed25519.private_key)
    assert.equal(ed.ss58Address, ed25519.ss58)
  }
})

test('wrong phrases are refused', () => {
  for (const { mnemonic } of vectors.invalid_mnemonics) {
    assert.throws(() => Keypair.fromMnemonic(mnemonic), withCode('INVALID_PHRASE'))
  }
})

test('a generated phrase is valid and as long as asked', () => {
  for (const words of [12, 15, 18, 21, 24] as const) {
    const phrase = generateMnemonic(words)
    assert.equal(phrase.split(' ').length, words)
    assert.ok(isMnemonic(phrase))
  }
})

type Derived = { public: string; ss58: string; private_key: string } | { error: string }

test('derivation URIs give the keys of the Python wallet', () => {
  for (const vector of vectors.derivation) {
    for (const cryptoType of ['sr25519', 'ed25519'] as const) {
      const expected = vector[cryptoType] as Derived
      if ('error' in expected) {
        assert.throws(() => Keypair.fromUri(vector.uri, cryptoType), withCode('INVALID_URI'))
        continue
      }
      const pair = Keypair.fromUri(vector.uri, cryptoType)
      assert.equal(hex(pair.publicKey), expected.public, vector.uri)
      assert.equal(pair.ss58Address, expected.ss58)
      // The nonce half of a soft child is random; the scalar is not.
      const soft = /(?:^|[^/])\/(?!\/)/.test(vector.uri.replace(/\/\/\/.*$/, ''))
      const compared = soft ? 66 : undefined
      assert.equal(
        hex(pair.privateKey)?.slice(0, compared),
        expected.private_key.slice(0, compared),
      )
      assert.equal(pair.mnemonic, undefined)
    }
  }
})

test('seeds give the keys of the Python wallet', () => {
  for (const vector of vectors.seed) {
    assert.equal(hex(Keypair.fromSeed(vector.seed).publicKey), vector.sr25519_public)
    assert.equal(hex(Keypair.fromSeed(vector.seed, 'ed25519').publicKey), vector.ed25519_public)
  }
  assert.throws(() => Keypair.fromSeed('0x00'), withCode('INVALID_SEED'))
})

test('a private key in key-file form is the whole key', () => {
  const { private_key_forms: forms } = vectors
  const pair = Keypair.fromPrivateKey(forms.keyfile_schnorrkel)
  assert.equal(hex(pair.publicKey), hex(Keypair.fromSeed(forms.mini_secret).publicKey))
  assert.throws(
    () => Keypair.fromPrivateKey(forms.ed25519_expanded_used_by_polkadot_js_and_scure),
    withCode('INVALID_PRIVATE_KEY'),
  )
})

const proofs: [CryptoType, 'sr25519_signature' | 'ed25519_signature'][] = [
  ['sr25519', 'sr25519_signature'],
  ['ed25519', 'ed25519_signature'],
]

test('signatures of the Python wallet verify, and ours are alike', () => {
  for (const vector of vectors.signatures) {
    for (const [cryptoType, field] of proofs) {
      const pair = Keypair.fromUri('//Alice', cryptoType)
      assert.ok(pair.verify(vector.message, `0x${vector[field]}`))
      assert.ok(!pair.verify(`${vector.message}!`, `0x${vector[field]}`))
      assert.ok(pair.verify(vector.message, pair.sign(vector.message)))
    }
    const ed = Keypair.fromUri('//Alice', 'ed25519')
    assert.equal(bytesToHex(ed.sign(vector.message)), vector.ed25519_signature)
  }
})

test('text that begins with 0x is signed as the bytes it spells', () => {
  const pair = Keypair.fromUri('//Alice')
  const { signature } = vectors.hex_message_rule
  assert.ok(pair.verify('hi', `0x${signature}`))
  assert.ok(pair.verify('0x6869', `0x${signature}`))
  assert.ok(!pair.verify(new TextEncoder().encode('0x6869'), `0x${signature}`))
})

test('signatures over wrapped bytes count for the bytes', () => {
  const { message, signature } = vectors.wrapped_rule
  assert.ok(Keypair.fromUri('//Alice').verify(message, `0x${signature}`))
})

test('a signature of the wrong shape is refused, a wrong one is false', () => {
  const pair = Keypair.fromUri('//Alice')
  for (const bad of vectors.bad_signatures) {
    if (bad.error)
      assert.throws(() => pair.verify('hello', `0x${bad.sig}`), withCode('INVALID_SIGNATURE'))
    else assert.equal(pair.verify('hello', `0x${bad.sig}`), bad.result)
  }
  assert.throws(() => pair.verify('hello', 'ab'), /Expected hex string/)
})

test('a public half verifies but does not sign', () => {
  const alice = Keypair.fromUri('//Alice')
  const half = Keypair.fromAddress(alice.ss58Address)
  assert.ok(half.verify('hello', alice.sign('hello')))
  assert.ok(half.equals(alice))
  assert.throws(() => half.sign('hello'), withCode('NO_PRIVATE_KEY'))
})

test('addresses of every prefix encode and decode as upstream', () => {
  for (const { public: publicKey, format, address } of vectors.ss58) {
    const decoded = decodeAddress(address)
    assert.deepEqual([hex(decoded.publicKey), decoded.format], [publicKey, format])
    assert.equal(encodeAddress(decoded.publicKey, format), address)
  }
  const { input, result_public } = vectors.foreign_prefix_accepted
  const foreign = Keypair.fromAddress(input)
  assert.equal(bytesToHex(foreign.publicKey), result_public)
  assert.equal(foreign.ss58Address, input)
  assert.throws(() => decodeAddress('5Bad'), /Length is bad/)
})
