import assert from 'node:assert/strict'
import { test } from 'node:test'
import vectors from '../../../../vectors/bittensor-10.5.0/sdk-keys.json' with { type: 'json' }
import { type KeyVectors, keyChecks } from '../../test/vectors/keys.ts'
import { WalletError } from './errors.ts'
import { Keypair } from './keypair.ts'
import { generateMnemonic, isMnemonic } from './mnemonic.ts'
import { decodeAddress } from './ss58.ts'

const withCode = (code: string) => (error: unknown) =>
  error instanceof WalletError && error.code === code

for (const { name, run } of keyChecks(vectors as KeyVectors))
  test(`as the Python wallet: ${name}`, run)

test('a generated phrase is valid and as long as asked', () => {
  for (const words of [12, 15, 18, 21, 24] as const) {
    const phrase = generateMnemonic(words)
    assert.equal(phrase.split(' ').length, words)
    assert.ok(isMnemonic(phrase))
  }
})

test('seeds and signatures of the wrong shape are refused', () => {
  assert.throws(() => Keypair.fromSeed('0x00'), withCode('INVALID_SEED'))
  assert.throws(() => Keypair.fromUri('//Alice').verify('hello', 'ab'), /Expected hex string/)
  assert.throws(() => decodeAddress('5Bad'), /Length is bad/)
})

test('keys of a URI have no phrase', () => {
  assert.equal(Keypair.fromUri('//Alice').mnemonic, undefined)
})

test('a public half verifies but does not sign', () => {
  const alice = Keypair.fromUri('//Alice')
  const half = Keypair.fromAddress(alice.ss58Address)
  assert.ok(half.verify('hello', alice.sign('hello')))
  assert.ok(half.equals(alice))
  assert.throws(() => half.sign('hello'), withCode('NO_PRIVATE_KEY'))
})
