import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { I32F32, I64F64, U64F64, U96F32 } from './fixed-types.ts'

const load = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../vectors/runtime-425/${name}.json`, import.meta.url), 'utf8'),
  )

interface Arith {
  readonly [key: string]: string | number | null
}

test('I32F32 arithmetic equals the recorded bits', () => {
  for (const row of load('misc').fixed_math_bits.i32f32_arith as Arith[]) {
    const a = BigInt(row.a as string)
    const b = BigInt(row.b as string)
    const got = {
      ...row,
      saturating_mul: `${I32F32.mul(a, b)}`,
      saturating_div: row.saturating_div === null ? null : `${I32F32.div(a, b)}`,
      saturating_add: `${I32F32.add(a, b)}`,
      round_a: `${I32F32.round(a)}`,
      floor_a: `${I32F32.floor(a)}`,
      a_to_u16: I32F32.toU16(a),
      a_to_u64: `${I32F32.toU64(a)}`,
      proportion_to_u16: I32F32.toU16(I32F32.mul(a, I32F32.fromInt(65535))),
    }
    assert.deepEqual(got, row)
  }
})

test('U96F32 and U64F64 arithmetic equals the recorded bits', () => {
  const bits = load('misc').fixed_math_bits
  for (const [type, rows] of [
    [U96F32, bits.u96f32_arith],
    [U64F64, bits.u64f64_arith],
  ] as const) {
    for (const row of rows as Arith[]) {
      const a = BigInt(row.a as string)
      const b = BigInt(row.b as string)
      const quotient = type.checkedDiv(a, b)
      assert.deepEqual(
        {
          ...row,
          saturating_mul: `${type.mul(a, b)}`,
          checked_div: quotient === undefined ? null : `${quotient}`,
        },
        row,
      )
    }
  }
})

test('I32F32 products and quotients equal the recorded bits of the epoch vectors', () => {
  const { saturating_mul, safe_div } = load('epoch-math').computed_bits
  for (const [a, b, r] of saturating_mul) {
    assert.equal(I32F32.mul(BigInt(a), BigInt(b)), BigInt(r))
  }
  for (const [a, b, r] of safe_div) {
    assert.equal(I32F32.safeDiv(BigInt(a), BigInt(b)), BigInt(r))
  }
})

test('a quotient that overflows or has no divisor is 0 for safeDiv', () => {
  assert.equal(I32F32.safeDiv(I32F32.MAX, I32F32.ONE / 2n), 0n)
  assert.equal(I64F64.safeDivOr(1n, 0n, 7n), 7n)
  assert.equal(I32F32.div(I32F32.MAX, I32F32.ONE / 2n), I32F32.MAX)
  assert.throws(() => I32F32.div(1n, 0n), RangeError)
})
