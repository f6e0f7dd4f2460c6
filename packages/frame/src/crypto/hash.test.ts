import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { blake2b } from '@noble/hashes/blake2.js'
import { keccak_256 } from '@noble/hashes/sha3.js'
import fc from 'fast-check'
import { toHex, utf8 } from './bytes.ts'
import {
  blake2_64,
  blake2_128,
  blake2_256,
  blake2_512,
  keccak256,
  sha256,
  twox64,
  twox128,
  twox256,
} from './hash.ts'

const bytes = fc.uint8Array({ maxLength: 300 })
const M = (1n << 64n) - 1n
const P1 = 0x9e3779b185ebca87n
const P2 = 0xc2b2ae3d27d4eb4fn
const P3 = 0x165667b19e3779f9n
const P4 = 0x85ebca77c2b2ae63n
const P5 = 0x27d4eb2f165667c5n
const rotl = (x: bigint, n: bigint) => ((x << n) | (x >> (64n - n))) & M
const round = (acc: bigint, lane: bigint) => (rotl((acc + lane * P2) & M, 31n) * P1) & M
const word = (b: Uint8Array, at: number, length: number) =>
  b.subarray(at, at + length).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n)

/** XXH64 a second time, as the specification reads, on BigInt. */
function naiveXxhash64(input: Uint8Array, seed: bigint): bigint {
  let acc = (seed + P5) & M
  if (input.length >= 32) {
    const v = [seed + P1 + P2, seed + P2, seed, seed - P1].map((x) => x & M)
    for (let at = 0; at + 32 <= input.length; at += 32)
      for (let i = 0; i < 4; i++) v[i] = round(v[i]!, word(input, at + 8 * i, 8))
    acc = (rotl(v[0]!, 1n) + rotl(v[1]!, 7n) + rotl(v[2]!, 12n) + rotl(v[3]!, 18n)) & M
    for (const lane of v) acc = ((acc ^ round(0n, lane)) * P1 + P4) & M
  }
  acc = (acc + BigInt(input.length)) & M
  let at = input.length & ~31
  for (; at + 8 <= input.length; at += 8)
    acc = (rotl(acc ^ round(0n, word(input, at, 8)), 27n) * P1 + P4) & M
  if (at + 4 <= input.length) {
    acc = (rotl(acc ^ ((word(input, at, 4) * P1) & M), 23n) * P2 + P3) & M
    at += 4
  }
  for (; at < input.length; at++) acc = (rotl(acc ^ ((word(input, at, 1) * P5) & M), 11n) * P1) & M
  acc = ((acc ^ (acc >> 33n)) * P2) & M
  acc = ((acc ^ (acc >> 29n)) * P3) & M
  return acc ^ (acc >> 32n)
}

test('twox hashes name pallets and items as Substrate does', () => {
  assert.equal(toHex(twox128(utf8('System'))), '0x26aa394eea5630e07c48ae0c9558cef7')
  assert.equal(toHex(twox128(utf8('Account'))), '0xb99d880ec681799c0cf30e8886371da9')
  assert.equal(toHex(twox64(utf8(''))), '0x99e9d85137db46ef') // xxHash's own sanity value
})

test('twox agrees with the specification on BigInt', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const hash = twox256(some)
      for (let seed = 0; seed < 4; seed++)
        assert.equal(word(hash, 8 * seed, 8), naiveXxhash64(some, BigInt(seed)))
      assert.deepEqual(twox64(some), hash.slice(0, 8))
      assert.deepEqual(twox128(some), hash.slice(0, 16))
    }),
    { numRuns: 500 },
  )
})

test('the other hashes agree with a second implementation, also on views into a buffer', () => {
  fc.assert(
    fc.property(bytes, fc.nat(20), (all, skip) => {
      const some = all.subarray(Math.min(skip, all.length))
      assert.deepEqual(blake2_64(some), blake2b(some, { dkLen: 8 }))
      assert.deepEqual(blake2_128(some), blake2b(some, { dkLen: 16 }))
      assert.deepEqual(blake2_256(some), blake2b(some, { dkLen: 32 }))
      const node = (name: string) => new Uint8Array(createHash(name).update(some).digest())
      assert.deepEqual(blake2_512(some), node('blake2b512'))
      assert.deepEqual(sha256(some), node('sha256'))
      assert.deepEqual(keccak256(some), keccak_256(some))
    }),
  )
})

test('long inputs and results kept across calls are right', () => {
  const long = new Uint8Array(100_000).map((_, i) => i * 7)
  const first = blake2_256(long)
  const copy = first.slice()
  blake2_256(utf8('another'))
  assert.deepEqual(first, copy)
  assert.deepEqual(first, blake2b(long, { dkLen: 32 }))
  assert.deepEqual(keccak256(long), keccak_256(long))
})
