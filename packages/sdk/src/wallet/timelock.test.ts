import assert from 'node:assert/strict'
import { test } from 'node:test'
import commits from '../../../../vectors/runtime-425/commit-reveal.json' with { type: 'json' }
import vectors from '../../../../vectors/runtime-425/epoch-commit-reveal.json' with { type: 'json' }
import { bytesToHex, hexToBytes } from './hex.ts'
import { drandRoundAt, timelockDecrypt, timelockEncrypt } from './timelock.ts'

const [computed, libraryMade] = vectors.tlock
/** Signature of round 1000, from the beacon. */
const signature = hexToBytes(commits.timelock_vectors[0]!.signature)

test('sealing gives the bytes that the format prescribes', () => {
  const plain = hexToBytes(computed!.payload_scale_hex!)
  const sealed = timelockEncrypt(plain, 1000n, {
    key: hexToBytes(computed!.esk_hex!),
    scalar: hexToBytes(computed!.t_scalar_bytes_hex!),
    nonce: hexToBytes(computed!.nonce_hex!),
  })
  assert.equal(bytesToHex(sealed), computed!.ciphertext_hex)
  assert.equal(sealed.length, plain.length + 244)
})

test('what the production runtime opens, opens here', () => {
  for (const { ciphertext, payload } of commits.timelock_vectors) {
    const plain = timelockDecrypt(hexToBytes(ciphertext), signature)
    assert.equal(`0x${bytesToHex(plain!)}`, payload)
  }
  const library = timelockDecrypt(hexToBytes(libraryMade!.ciphertext_hex), signature)
  assert.equal(new TextDecoder().decode(library), libraryMade!.plaintext_utf8)
})

test('a sealing of ours opens with its round alone', () => {
  const plain = new Uint8Array([1, 2, 3])
  assert.deepEqual(timelockDecrypt(timelockEncrypt(plain, 1000n), signature), plain)
  assert.equal(timelockDecrypt(timelockEncrypt(plain, 1001n), signature), undefined)
  const broken = timelockEncrypt(plain, 1000n)
  broken[100] = (broken[100] ?? 0) ^ 1
  assert.equal(timelockDecrypt(broken, signature), undefined)
  assert.equal(timelockDecrypt(broken.subarray(0, 50), signature), undefined)
})

test('rounds count from the genesis of quicknet, three seconds each', () => {
  assert.equal(drandRoundAt(1_692_803_367 + 3000), 1000n)
  assert.equal(drandRoundAt(0), 1n)
})
