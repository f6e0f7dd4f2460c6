import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { Eip2930Signature, TransactionSignature } from './signatures.ts'

const word = (value: bigint): Uint8Array => f.fromHex(`0x${value.toString(16).padStart(64, '0')}`)
const ORDER = 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4141n

const legacy = (v: bigint, r: bigint, s: bigint) => () =>
  TransactionSignature.decode(f.concatBytes(f.u64.encode(v), word(r), word(s)))
const modern = (r: bigint, s: bigint) => () =>
  Eip2930Signature.decode(f.concatBytes(f.bool.encode(true), word(r), word(s)))

test('scalars lie between zero and the order of the curve', () => {
  for (const scalar of [1n, ORDER - 1n]) {
    assert.doesNotThrow(legacy(27n, scalar, 1n))
    assert.doesNotThrow(legacy(28n, 1n, scalar))
    assert.doesNotThrow(modern(scalar, 1n))
    assert.doesNotThrow(modern(1n, scalar))
  }
  for (const scalar of [0n, ORDER, (1n << 256n) - 1n]) {
    assert.throws(legacy(27n, scalar, 1n), f.CodecError)
    assert.throws(legacy(27n, 1n, scalar), f.CodecError)
    assert.throws(modern(scalar, 1n), f.CodecError)
    assert.throws(modern(1n, scalar), f.CodecError)
  }
})

test('a legacy recovery id is 27, 28 or a chain’s', () => {
  for (const v of [27n, 28n, 37n, 119n, (1n << 64n) - 1n]) assert.doesNotThrow(legacy(v, 1n, 1n))
  for (const v of [0n, 1n, 26n, 29n, 35n, 36n]) assert.throws(legacy(v, 1n, 1n), f.CodecError)
})
