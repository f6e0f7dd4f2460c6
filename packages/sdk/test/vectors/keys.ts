/** Runs `sdk-keys.json`: phrases, derivation, seeds, signatures, addresses. */
import assert from 'node:assert/strict'
import { WalletError } from '../../src/wallet/errors.ts'
import { bytesToHex, hexToBytes } from '../../src/wallet/hex.ts'
import { parseKeyfileText } from '../../src/wallet/keyfile-text.ts'
import { type CryptoType, Keypair } from '../../src/wallet/keypair.ts'
import { importPolkadotJson } from '../../src/wallet/polkadot-json.ts'
import { SEAL_OVERHEAD, unseal } from '../../src/wallet/sealed-box.ts'
import { decodeAddress, encodeAddress } from '../../src/wallet/ss58.ts'
import { type Check, eachRow } from './check.ts'

type Derived =
  | { readonly public: string; readonly ss58: string; readonly private_key: string }
  | { readonly error: string }

interface PolkadotVector {
  readonly json: { readonly address: string }
  readonly password: string
  readonly result?: { readonly privateKey: string; readonly ss58Address: string }
}

/** `sdk-keys.json`. */
export interface KeyVectors {
  readonly mnemonics: readonly {
    readonly mnemonic: string
    readonly mini_secret: string
    readonly sr25519: { public: string; ss58: string; private_key_schnorrkel: string }
    readonly ed25519: { ss58: string; private_key: string }
  }[]
  readonly invalid_mnemonics: readonly { readonly mnemonic: string }[]
  readonly derivation: readonly ({ readonly uri: string } & Record<CryptoType, Derived>)[]
  readonly seed: readonly { seed: string; sr25519_public: string; ed25519_public: string }[]
  readonly seed_utf8_quirk: { readonly seed: string; readonly written_json: string }
  readonly signatures: readonly {
    readonly message: string
    readonly sr25519_signature: string
    readonly ed25519_signature: string
  }[]
  readonly hex_message_rule: { readonly signed: string; readonly signature: string }
  readonly wrapped_rule: { readonly message: string; readonly signature: string }
  readonly bad_signatures: readonly { sig: string; result?: boolean; error?: string }[]
  readonly polkadot_json_pjs: PolkadotVector
  readonly 'polkadot_json_pjs-ed': PolkadotVector
  readonly ed25519_encrypt: { ciphertext: string; plaintext: string; overhead: number }
  readonly ss58: readonly { public: string; format: number; address: string }[]
  readonly foreign_prefix_accepted: { readonly input: string; readonly result_public: string }
  readonly private_key_forms: {
    readonly keyfile_schnorrkel: string
    readonly ed25519_expanded_used_by_polkadot_js_and_scure: string
    readonly mini_secret: string
  }
}

const hex = (bytes: Uint8Array | undefined) => (bytes ? `0x${bytesToHex(bytes)}` : undefined)
const withCode = (code: string) => (error: unknown) =>
  error instanceof WalletError && error.code === code
const TYPES: readonly CryptoType[] = ['sr25519', 'ed25519']

function checkMnemonic({ mnemonic, ...row }: KeyVectors['mnemonics'][number]): void {
  const sr = Keypair.fromMnemonic(mnemonic)
  assert.equal(hex(sr.seed), row.mini_secret)
  assert.equal(hex(sr.publicKey), row.sr25519.public)
  assert.equal(hex(sr.privateKey), row.sr25519.private_key_schnorrkel)
  assert.equal(sr.ss58Address, row.sr25519.ss58)
  const ed = Keypair.fromMnemonic(mnemonic, 'ed25519')
  assert.equal(hex(ed.privateKey), row.ed25519.private_key)
  assert.equal(ed.ss58Address, row.ed25519.ss58)
}

function checkDerivation(row: KeyVectors['derivation'][number]): void {
  for (const cryptoType of TYPES) {
    const expected = row[cryptoType]
    if ('error' in expected) {
      assert.throws(() => Keypair.fromUri(row.uri, cryptoType), withCode('INVALID_URI'))
      continue
    }
    const pair = Keypair.fromUri(row.uri, cryptoType)
    assert.equal(hex(pair.publicKey), expected.public, row.uri)
    assert.equal(pair.ss58Address, expected.ss58)
    // The nonce half of a soft child is random; the scalar is not.
    const isSoft = /(?:^|[^/])\/(?!\/)/.test(row.uri.replace(/\/\/\/.*$/, ''))
    const compared = isSoft ? 66 : undefined
    assert.equal(hex(pair.privateKey)?.slice(0, compared), expected.private_key.slice(0, compared))
  }
}

function checkSignature(row: KeyVectors['signatures'][number]): void {
  for (const cryptoType of TYPES) {
    const pair = Keypair.fromUri('//Alice', cryptoType)
    const signature = row[`${cryptoType as 'sr25519' | 'ed25519'}_signature`]
    assert.equal(pair.verify(row.message, `0x${signature}`), true)
    assert.equal(pair.verify(`${row.message}!`, `0x${signature}`), false)
    assert.equal(pair.verify(row.message, pair.sign(row.message)), true)
  }
  const ed = Keypair.fromUri('//Alice', 'ed25519')
  assert.equal(bytesToHex(ed.sign(row.message)), row.ed25519_signature)
}

function* ruleChecks(vectors: KeyVectors): Generator<Check> {
  const alice = Keypair.fromUri('//Alice')
  const { hex_message_rule: hexRule, wrapped_rule: wrapped } = vectors
  yield {
    name: 'hex_message_rule',
    run() {
      const bytes = hexToBytes(hexRule.signed)
      assert.equal(alice.verify(bytes, `0x${hexRule.signature}`), true)
      assert.equal(alice.verify(hexRule.signed, `0x${hexRule.signature}`), true)
      const literal = new TextEncoder().encode(hexRule.signed)
      assert.equal(alice.verify(literal, `0x${hexRule.signature}`), false)
    },
  }
  yield {
    name: 'wrapped_rule',
    run: () => assert.equal(alice.verify(wrapped.message, `0x${wrapped.signature}`), true),
  }
  yield* eachRow('bad_signatures', vectors.bad_signatures, ({ sig, error, result }) => {
    if (error) assert.throws(() => alice.verify('hello', `0x${sig}`), withCode('INVALID_SIGNATURE'))
    else assert.equal(alice.verify('hello', `0x${sig}`), result)
  })
}

async function checkPolkadot({ json, password, result }: PolkadotVector): Promise<void> {
  const keypair = await importPolkadotJson(JSON.stringify(json), password)
  assert.equal(keypair.ss58Address, result?.ss58Address ?? json.address)
  if (result) assert.equal(hex(keypair.privateKey), result.privateKey)
}

function* formChecks(vectors: KeyVectors): Generator<Check> {
  const { private_key_forms: forms, ed25519_encrypt: sealed, seed_utf8_quirk: quirk } = vectors
  yield {
    name: 'private_key_forms',
    run() {
      const pair = Keypair.fromPrivateKey(forms.keyfile_schnorrkel)
      assert.equal(hex(pair.publicKey), hex(Keypair.fromSeed(forms.mini_secret).publicKey))
      const expanded = forms.ed25519_expanded_used_by_polkadot_js_and_scure
      assert.throws(() => Keypair.fromPrivateKey(expanded), withCode('INVALID_PRIVATE_KEY'))
    },
  }
  yield {
    name: 'seed_utf8_quirk',
    run: () => assert.equal(hex(parseKeyfileText(quirk.written_json).seed), quirk.seed),
  }
  yield {
    name: 'ed25519_encrypt',
    run() {
      const alice = Keypair.fromUri('//Alice', 'ed25519')
      const plain = unseal(alice, hexToBytes(sealed.ciphertext))
      assert.equal(new TextDecoder().decode(plain), sealed.plaintext)
      assert.equal(SEAL_OVERHEAD, sealed.overhead)
    },
  }
  for (const name of ['polkadot_json_pjs', 'polkadot_json_pjs-ed'] as const)
    yield { name, run: () => checkPolkadot(vectors[name]) }
}

export function* keyChecks(vectors: KeyVectors): Generator<Check> {
  yield* eachRow('mnemonics', vectors.mnemonics, checkMnemonic)
  yield* eachRow('invalid_mnemonics', vectors.invalid_mnemonics, ({ mnemonic }) => {
    assert.throws(() => Keypair.fromMnemonic(mnemonic), withCode('INVALID_PHRASE'))
  })
  yield* eachRow('derivation', vectors.derivation, checkDerivation)
  yield* eachRow('seed', vectors.seed, ({ seed, sr25519_public, ed25519_public }) => {
    assert.equal(hex(Keypair.fromSeed(seed).publicKey), sr25519_public)
    assert.equal(hex(Keypair.fromSeed(seed, 'ed25519').publicKey), ed25519_public)
  })
  yield* eachRow('signatures', vectors.signatures, checkSignature)
  yield* ruleChecks(vectors)
  yield* formChecks(vectors)
  yield* eachRow('ss58', vectors.ss58, ({ public: publicKey, format, address }) => {
    const decoded = decodeAddress(address)
    assert.deepEqual([hex(decoded.publicKey), decoded.format], [publicKey, format])
    assert.equal(encodeAddress(decoded.publicKey, format), address)
  })
  const { input, result_public } = vectors.foreign_prefix_accepted
  yield {
    name: 'foreign_prefix_accepted',
    run() {
      const foreign = Keypair.fromAddress(input)
      assert.equal(bytesToHex(foreign.publicKey), result_public)
      assert.equal(foreign.ss58Address, input)
    },
  }
}
