import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  absDiff,
  type Fixed,
  I32F32,
  I64F64,
  I96F32,
  U32F32,
  U64F64,
  U96F32,
  U110F18,
} from './index.ts'

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/${name}.json`, import.meta.url), 'utf8'))

const runtime = load('runtime-425/misc').fixed_math_bits
const crate = load('substrate-fixed-0.6.0/fixed')

const TYPES: Record<string, Fixed<bigint>> = { I32F32, I64F64, I96F32, U64F64, U96F32, U32F32 }

type Row = Record<string, string | number | null>
const text = (x: bigint | number | undefined) => (x === undefined ? null : `${x}`)

/** The types of the crate's vectors with their rows of one group, columns by name. */
function* crateRows(group: string): Generator<{ type: Fixed<bigint>; row: Row }> {
  for (const [name, groups] of Object.entries<Record<string, string[][]>>(crate.types)) {
    const type = TYPES[name]!
    for (const values of groups[group]!) {
      const columns: string[] = crate.columns[group]
      yield { type, row: Object.fromEntries(columns.map((c, i) => [c, values[i]!])) }
    }
  }
}

test('arithmetic equals the Rust crate on every type', () => {
  for (const { type, row } of crateRows('binary')) {
    const a = BigInt(row.a!)
    const b = BigInt(row.b!)
    const got = {
      a: row.a,
      b: row.b,
      saturating_add: text(type.add(a, b)),
      saturating_sub: text(type.sub(a, b)),
      saturating_mul: text(type.mul(a, b)),
      saturating_div: b === 0n ? null : text(type.div(a, b)),
      checked_add: text(type.checkedAdd(a, b)),
      checked_sub: text(type.checkedSub(a, b)),
      checked_mul: text(type.checkedMul(a, b)),
      checked_div: text(type.checkedDiv(a, b)),
      wrapping_add: text(type.wrappingAdd(a, b)),
      wrapping_sub: text(type.wrappingSub(a, b)),
      wrapping_mul: text(type.wrappingMul(a, b)),
      safe_div: text(type.safeDiv(a, b)),
      safe_div_or_7: text(type.safeDivOr(a, b, 7n)),
      abs_diff: text(absDiff(type, a, b)),
    }
    assert.deepEqual(got, row, type.name)
  }
})

test('rounding and conversions equal the Rust crate on every type', () => {
  for (const { type, row } of crateRows('unary')) {
    const x = BigInt(row.x!)
    const got = {
      int: text(type.int(x)),
      frac: text(type.fraction(x)),
      wrapping_ceil: text(type.ceil(x)),
      wrapping_floor: text(type.floor(x)),
      wrapping_round: text(type.round(x)),
      to_u8: text(type.toU8(x)),
      to_u16: text(type.toU16(x)),
      to_u32: text(type.toU32(x)),
      to_u64: text(type.toU64(x)),
      to_u128: text(type.toU128(x)),
      to_i32: text(type.toI32(x)),
      to_i64: text(type.toI64(x)),
      to_i128: text(type.toI128(x)),
      to_I32F32: text(I32F32.from(type, x)),
      to_I64F64: text(I64F64.from(type, x)),
      to_U64F64: text(U64F64.from(type, x)),
      to_I96F32: text(I96F32.from(type, x)),
      to_U96F32: text(U96F32.from(type, x)),
      to_U110F18: text(U110F18.from(type, x)),
      saturating_from_num_of_bits: text(type.fromInt(x)),
      checked_from_num_of_bits: text(type.checkedFromInt(x)),
      wrapping_from_num_of_bits: text(type.wrappingFromInt(x)),
      saturating_from_num_of_literal: text(type.fromF64(Number(row.f64_literal))),
    }
    assert.deepEqual({ ...row, ...got }, row, type.name)
  }
})

test('I32F32 arithmetic equals the production runtime', () => {
  for (const row of runtime.i32f32_arith as Row[]) {
    const a = BigInt(row.a!)
    const b = BigInt(row.b!)
    const got = {
      saturating_mul: text(I32F32.mul(a, b)),
      saturating_div: b === 0n ? null : text(I32F32.div(a, b)),
      saturating_add: text(I32F32.add(a, b)),
      round_a: text(I32F32.round(a)),
      floor_a: text(I32F32.floor(a)),
      a_to_u16: I32F32.toU16(a),
      a_to_u64: text(I32F32.toU64(a)),
      proportion_to_u16: I32F32.toU16(I32F32.mul(a, I32F32.fromInt(65535))),
    }
    assert.deepEqual({ ...row, ...got }, row)
  }
  assert.equal(I32F32.MAX, BigInt('9223372036854775807'))
})

test('U96F32 and U64F64 arithmetic equals the production runtime', () => {
  const check = (type: Fixed<bigint>, rows: Row[]) => {
    for (const row of rows) {
      const a = BigInt(row.a!)
      const b = BigInt(row.b!)
      const saturating_mul = text(type.mul(a, b))
      assert.deepEqual({ ...row, saturating_mul, checked_div: text(type.checkedDiv(a, b)) }, row)
    }
  }
  check(U96F32, runtime.u96f32_arith)
  check(U64F64, runtime.u64f64_arith)
})

test('products, quotients and proportions equal the epoch vectors', () => {
  const bits = load('runtime-425/epoch-math').computed_bits
  for (const [a, b, r] of bits.saturating_mul) {
    assert.equal(I32F32.mul(BigInt(a), BigInt(b)), BigInt(r))
  }
  for (const [a, b, r] of bits.safe_div) {
    assert.equal(I32F32.safeDiv(BigInt(a), BigInt(b)), BigInt(r))
  }
  for (const [x, r] of bits.fixed_proportion_to_u16) {
    assert.equal(I32F32.toU16(I32F32.mul(BigInt(x), I32F32.fromInt(65535))), r)
  }
  for (const [k, r] of bits.u16_ratio_bits) {
    assert.equal(I32F32.safeDiv(I32F32.fromInt(k), I32F32.fromInt(65535)), BigInt(r))
  }
  for (const [w, r] of bits.tao_weight_u96f32_bits) {
    const max = U96F32.fromInt(2n ** 64n - 1n)
    assert.equal(U96F32.safeDiv(U96F32.fromInt(BigInt(w)), max), BigInt(r))
  }
})

test('a quotient that overflows or has no divisor is 0 for safeDiv and refused by div', () => {
  assert.equal(I32F32.safeDiv(I32F32.MAX, I32F32.ONE / 2n), 0n)
  assert.equal(I32F32.div(I32F32.MAX, I32F32.ONE / 2n), I32F32.MAX)
  assert.throws(() => I32F32.div(1n, 0n), RangeError)
})

test('bits that do not fit and literals that are no number are refused', () => {
  assert.throws(() => I32F32.fromBits(2n ** 63n), RangeError)
  assert.throws(() => U64F64.fromBits(-1n), RangeError)
  assert.throws(() => I64F64.fromF64(Number.NaN), RangeError)
  assert.equal(U64F64.fromBits(5n), 5n)
})

test('values of two types do not mix', () => {
  const price: U64F64 = U64F64.fromInt(2)
  // @ts-expect-error a U64F64 is no I32F32
  I32F32.add(price, I32F32.ONE)
  // @ts-expect-error a U64F64 is no U96F32
  I32F32.from(U96F32, price)
  assert.equal(I32F32.from(U64F64, price), I32F32.fromInt(2))
})
