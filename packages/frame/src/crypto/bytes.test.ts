import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  bytesToKey,
  compareBytes,
  concatBytes,
  equalBytes,
  fromHex,
  hexToKey,
  isHex,
  keyToBytes,
  keyToHex,
  toHex,
} from './bytes.ts'
import { CryptoError } from './errors.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

test('hex agrees with Buffer and round-trips', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      assert.equal(toHex(some), `0x${Buffer.from(some).toString('hex')}`)
      assert.deepEqual(fromHex(toHex(some)), some)
      assert.deepEqual(fromHex(toHex(some).slice(2).toUpperCase()), some)
    }),
  )
})

test('a byte string round-trips, long ones too', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      assert.equal(bytesToKey(some), Buffer.from(some).toString('latin1'))
      assert.deepEqual(keyToBytes(bytesToKey(some)), some)
      assert.equal(keyToHex(bytesToKey(some)), toHex(some))
      assert.equal(hexToKey(toHex(some)), bytesToKey(some))
    }),
  )
  const long = new Uint8Array(10_001).map((_, i) => i % 251)
  assert.deepEqual(keyToBytes(bytesToKey(long)), long)
})

test('byte order is the same in all spellings', () => {
  fc.assert(
    fc.property(bytes, bytes, (a, b) => {
      const expected = Math.sign(Buffer.compare(a, b))
      assert.equal(Math.sign(compareBytes(a, b)), expected)
      const [x, y] = [bytesToKey(a), bytesToKey(b)]
      assert.equal(x < y ? -1 : x > y ? 1 : 0, expected)
      assert.equal(equalBytes(a, b), expected === 0)
      assert.deepEqual(concatBytes(a, b), new Uint8Array([...a, ...b]))
    }),
  )
})

test('what is no hex is refused with a code', () => {
  for (const bad of ['0x0', 'abc', '0xzz', '0x0g', '0x00 ', '0X00', 'é0', '0x\u0130\u0130']) {
    assert.throws(
      () => fromHex(bad),
      (error) => error instanceof CryptoError && error.code === 'BAD_HEX',
      bad,
    )
  }
  assert.deepEqual(fromHex('0x'), new Uint8Array())
  assert.deepEqual(fromHex(''), new Uint8Array())
  assert.equal(isHex('0xAb'), true)
  assert.equal(isHex('ab'), false)
  assert.equal(isHex('0xa'), false)
})
