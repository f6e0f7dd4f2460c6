import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bitLength, integerRoot } from './integer-root.ts'
import { powRatioScaled } from './pow-ratio.ts'

const crate = JSON.parse(
  readFileSync(
    new URL('../../../../../../vectors/safe-bigmath-0.4.1/pow-ratio.json', import.meta.url),
    'utf8',
  ),
)

const SCALE = 10n ** 18n
const power = (a: bigint, b: bigint, p: bigint, q: bigint, precision = 256) =>
  powRatioScaled({ a, b, p, q }, { precision, scale: SCALE })

test('powers equal the Rust crate on both paths', () => {
  for (const [a, b, p, q, precision, result] of crate.pow_ratio_scaled) {
    const got = power(BigInt(a), BigInt(b), BigInt(p), BigInt(q), precision)
    assert.equal(got === undefined ? null : `${got}`, result)
  }
})

test('both paths give the digits that were computed with the production code', () => {
  const exponent = [500249875062468765n, 499750124937531235n] as const
  assert.equal(power(1n, 2n, ...exponent), 499653546495226261n)
  assert.equal(power(10n ** 12n, 1001n * 10n ** 9n, ...exponent), 999000000499666750n)
  assert.equal(power(999999999n, 10n ** 9n, 1n, 3n), 999999999666666666n)
  assert.equal(power(999999999n, 10n ** 9n, 1025n, 3n), 999999658333391530n)
  assert.equal(power(7n, 9n, 333333333333333333n, 666666666666666667n), 881917103688196863n)
  assert.equal(power(5n, 4n, 500000000000000001n, SCALE, 1024), 1118033988749894848n)
})

test('a power that leaves the range of the series is as wrong as upstream', () => {
  const steep = [10000000000000001n, 989999999999999999n] as const
  const pool = 10n ** 12n
  assert.equal(power(pool, 2n * pool, steep[1], steep[0]), 0n)
  assert.equal(power(pool, 5n * pool, steep[1], steep[0]), 213038061707760152340789529n)
})

test('no base or no exponent is refused, zero and one are exact', () => {
  assert.equal(power(1n, 0n, 1n, 1n), undefined)
  assert.equal(power(1n, 1n, 1n, 0n), undefined)
  assert.equal(power(0n, 5n, 1n, 2n), 0n)
  assert.equal(power(3n, 5n, 0n, 2n), SCALE)
  assert.equal(power(5n, 5n, 500249875062468765n, SCALE), SCALE)
})

test('the exact path is the largest number that the power reaches', () => {
  let seed = 425n
  const random = (below: bigint) => {
    seed = (seed * 6364136223846793005n + 1442695040888963407n) & (2n ** 64n - 1n)
    return ((seed >> 16n) % below) + 1n
  }
  for (let i = 0; i < 60; i++) {
    const [a, b, p, q] = [random(2n ** 40n), random(2n ** 40n), random(40n), random(40n)]
    const root = power(a, b, p, q)!
    const target = a ** p * SCALE ** q
    assert.ok(root ** q * b ** p <= target && (root + 1n) ** q * b ** p > target)
  }
})

test('roots and lengths of small integers are right', () => {
  for (let n = 0n; n < 300n; n++) {
    assert.equal(bitLength(n), n === 0n ? 0 : n.toString(2).length)
    for (const q of [1, 2, 3, 7]) {
      const root = integerRoot(n, q)
      assert.ok(root ** BigInt(q) <= n && (root + 1n) ** BigInt(q) > n)
      assert.equal(integerRoot(n, q, root), root)
      assert.equal(integerRoot(n, q, root + 1n), root)
    }
  }
})
