import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { decayFactorQ32, mulByQ32, mulDiv, powQ32, satU16, satU64, satU128 } from './index.ts'

const { burn_decay_factor } = JSON.parse(
  readFileSync(new URL('../../../../vectors/runtime-425/misc.json', import.meta.url), 'utf8'),
)

test('sums, differences and products stop at the limits of the type', () => {
  assert.equal(satU16.add(65000, 1000), 65535)
  assert.equal(satU16.sub(1, 2), 0)
  assert.equal(satU16.mul(300, 300), 65535)
  assert.equal(satU16.safeDiv(7, 2), 3)
  assert.equal(satU16.safeDiv(7, 0), 0)
  assert.equal(satU64.add(satU64.MAX, 1n), 2n ** 64n - 1n)
  assert.equal(satU64.sub(1n, 2n), 0n)
  assert.equal(satU64.mul(2n ** 40n, 2n ** 30n), satU64.MAX)
  assert.equal(satU64.safeDiv(1n, 0n), 0n)
  assert.equal(satU128.pow(10n, 38), 10n ** 38n)
  assert.equal(satU128.pow(10n, 39), satU128.MAX)
  assert.equal(satU128.pow(1n, 1_000_000), 1n)
})

test('mulDiv keeps the whole product', () => {
  assert.equal(mulDiv(satU64.MAX, satU64.MAX, satU64.MAX), satU64.MAX)
  assert.equal(mulDiv(7n, 1n, 0n), 0n)
})

test('32-bit decay factors equal the production runtime', () => {
  for (const { half_life, factor_q32, value_to_decayed } of burn_decay_factor.cases) {
    const factor = decayFactorQ32(half_life)
    assert.equal(`${factor}`, factor_q32)
    for (const [value, decayed] of value_to_decayed) {
      assert.equal(`${mulByQ32(BigInt(value), factor)}`, decayed)
    }
  }
  for (const [base, exponent, power] of burn_decay_factor.pow_q32) {
    assert.equal(`${powQ32(BigInt(base), exponent)}`, power)
  }
})
