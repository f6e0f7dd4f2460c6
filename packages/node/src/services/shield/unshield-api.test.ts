import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bare, bytes, concatBytes, encodeExtrinsic, toHex } from '@taonet/frame'
import { ShieldedTransaction, shieldedIn, spec425 } from '@taonet/runtime'
import { seal, shieldKeyPair } from './sealing.ts'
import { tryUnshield } from './unshield-api.ts'

const runtime = spec425()
const keys = shieldKeyPair(new Uint8Array(64).fill(1))
const remark = encodeExtrinsic(
  runtime,
  bare({ pallet: 'System', name: 'remark', args: { remark: new Uint8Array(3) } }),
)

/** What the API answers about `plain`, sealed to the key and opened with another if one is given. */
function open(plain: Uint8Array, secretKey = keys.secretKey): string {
  const randomness = { message: new Uint8Array(32).fill(2), nonce: new Uint8Array(24).fill(3) }
  const ciphertext = seal(keys.publicKey, plain, randomness)
  const call = { pallet: 'MevShield', name: 'submit_encrypted', args: { ciphertext } }
  const shielded = shieldedIn(runtime, encodeExtrinsic(runtime, bare(call)))
  assert.ok(shielded)
  const input = concatBytes(bytes.encode(secretKey), ShieldedTransaction.encode(shielded))
  return toHex(tryUnshield(input))
}

test('the extrinsic that was sealed to a key comes out, and nothing else does', () => {
  const found = `0x01${toHex(remark).slice(2)}`
  assert.equal(open(remark), found)
  assert.equal(open(concatBytes(remark, new Uint8Array(5))), found)
  assert.equal(open(new Uint8Array()), '0x00')
  assert.equal(open(new Uint8Array(9).fill(255)), '0x00')
  assert.equal(open(remark, shieldKeyPair(new Uint8Array(64)).secretKey), '0x00')
  assert.equal(open(remark, new Uint8Array(5)), '0x00')
})
