import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { U64F64 } from '@taonet/frame'
import type { SafeFloat } from './safe-float.ts'
import * as safeFloat from './safe-float.ts'

const misc = JSON.parse(
  readFileSync(new URL('../../../../../../vectors/runtime-425/misc.json', import.meta.url), 'utf8'),
)

/** 16 bytes of mantissa and 8 of exponent, little endian. */
function encode(x: SafeFloat | undefined): string | null {
  if (x === undefined) return null
  const bytes = Buffer.alloc(24)
  bytes.writeBigUInt64LE(BigInt.asUintN(64, x.mantissa), 0)
  bytes.writeBigUInt64LE(x.mantissa >> 64n, 8)
  bytes.writeBigInt64LE(x.exponent, 16)
  return `0x${bytes.toString('hex')}`
}

function decode(hex: string): SafeFloat {
  const bytes = Buffer.from(hex.slice(2), 'hex')
  const mantissa = (bytes.readBigUInt64LE(8) << 64n) | bytes.readBigUInt64LE(0)
  return { mantissa, exponent: bytes.readBigInt64LE(16) }
}

test('arithmetic equals the production runtime', () => {
  for (const row of misc.safe_float_scale_encoded_u128_mantissa_i64_exponent) {
    const [a, b] = [decode(row.a), decode(row.b)]
    const got = {
      div: encode(safeFloat.div(a, b)),
      mul_div_a_a_b: encode(safeFloat.mulDiv(a, a, b)),
      add: encode(safeFloat.add(a, b)),
      sub: encode(safeFloat.sub(a, b)),
    }
    assert.deepEqual({ ...row, ...got }, row)
  }
})

test('integers go in and out as in the production runtime', () => {
  for (const [n, encoded, back] of misc.safe_float_from_u64) {
    const x = safeFloat.fromU64(BigInt(n))
    assert.equal(encode(x), encoded)
    assert.equal(`${safeFloat.toU64(x)}`, back)
  }
})

test('one is (10²¹, -21) and every value is normal', () => {
  assert.deepEqual(safeFloat.fromU64(1n), { mantissa: 10n ** 21n, exponent: -21n })
  const two = safeFloat.add(safeFloat.fromU64(1n), safeFloat.fromU64(1n))
  assert.deepEqual(two, { mantissa: 2n * 10n ** 20n, exponent: -20n })
  assert.deepEqual(safeFloat.fromU64(123n), { mantissa: 123n * 10n ** 18n, exponent: -18n })
})

test('binary fractions convert exactly when they are short', () => {
  const half = safeFloat.fromU64F64(U64F64.ONE / 2n)
  assert.deepEqual(half, { mantissa: 5n * 10n ** 20n, exponent: -21n })
  const oneAndHalf = safeFloat.fromU64F64((U64F64.ONE * 3n) / 2n)
  assert.deepEqual(oneAndHalf, { mantissa: 15n * 10n ** 19n, exponent: -20n })
  assert.deepEqual(safeFloat.fromU64F64(0n), safeFloat.ZERO)
})

test('what leaves the range is refused', () => {
  const max = 2n ** 63n - 1n
  assert.equal(safeFloat.fromParts(10n ** 21n + 1n, 0n), undefined)
  assert.equal(safeFloat.fromParts(1n, -max), undefined)
  assert.equal(safeFloat.div(safeFloat.fromU64(1n), safeFloat.ZERO), undefined)
  assert.equal(safeFloat.mulDiv(safeFloat.ZERO, safeFloat.ZERO, safeFloat.ZERO), undefined)
  assert.equal(safeFloat.sub(safeFloat.ZERO, safeFloat.fromU64(1n)), undefined)
  const huge: SafeFloat = { mantissa: 10n ** 21n, exponent: max }
  assert.equal(safeFloat.add(huge, huge), undefined)
  assert.equal(safeFloat.mulDiv(huge, huge, huge), undefined)
})

test('a larger subtrahend leaves zero', () => {
  assert.deepEqual(safeFloat.sub(safeFloat.fromU64(3n), safeFloat.fromU64(5n)), safeFloat.ZERO)
})

test('integers saturate to u64 and drop their fraction', () => {
  assert.equal(safeFloat.toU64({ mantissa: 10n ** 21n, exponent: 0n }), 2n ** 64n - 1n)
  assert.equal(safeFloat.toU64({ mantissa: 10n ** 21n, exponent: 40n }), 2n ** 64n - 1n)
  assert.equal(safeFloat.toU64({ mantissa: 10n ** 21n, exponent: -32n }), 0n)
  assert.equal(safeFloat.toU64({ mantissa: 15n * 10n ** 19n, exponent: -20n }), 1n)
})

test('values of neighbouring exponents compare by mantissa', () => {
  const one = safeFloat.fromU64(1n)
  const two = safeFloat.fromU64(2n)
  assert.equal(safeFloat.gt(two, one), true)
  assert.equal(safeFloat.gt(one, two), false)
  assert.equal(safeFloat.gt(one, one), false)
  assert.equal(safeFloat.gt(safeFloat.fromU64(1000n), one), true)
  assert.equal(safeFloat.gt(one, safeFloat.fromU64(1000n)), false)
})
