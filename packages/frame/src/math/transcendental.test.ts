import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as math from './index.ts'
import { type Fixed, I32F32, I64F64, I96F32, U32F32, U64F64, U96F32 } from './index.ts'

const load = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../../vectors/${name}.json`, import.meta.url), 'utf8'))

const misc = load('runtime-425/misc')
const bits = misc.fixed_math_bits
const TYPES: Record<string, Fixed<bigint>> = { I32F32, I64F64, I96F32, U64F64, U96F32, U32F32 }
const text = (x: bigint | undefined) => (x === undefined ? null : `${x}`)

test('transcendental functions equal the Rust crate on every type', () => {
  const { types } = load('substrate-fixed-0.6.0/fixed')
  for (const [name, groups] of Object.entries<Record<string, string[][]>>(types)) {
    const type = TYPES[name]!
    for (const row of groups.transcendental!) {
      const [x, y, exponent] = [BigInt(row[0]!), BigInt(row[5]!), Number(row[7])]
      assert.equal(text(math.sqrt(type, x)), row[4], `${name} sqrt ${x}`)
      if (!type.signed) continue
      assert.equal(text(math.exp(type, x)), row[1], `${name} exp ${x}`)
      assert.equal(text(math.log2(type, x)), row[2], `${name} log2 ${x}`)
      assert.equal(text(math.ln(type, x)), row[3], `${name} ln ${x}`)
      assert.equal(text(math.pow(type, x, y)), row[6], `${name} ${x} ^ ${y}`)
      assert.equal(text(math.powi(type, x, exponent)), row[8], `${name} ${x} ^ ${exponent}`)
    }
  }
})

test('powers, bisected roots and series logarithms equal upstream on every type', () => {
  const { types } = load('substrate-fixed-0.6.0/fixed')
  for (const [name, groups] of Object.entries<Record<string, string[][]>>(types)) {
    const type = TYPES[name]!
    for (const row of groups.unary!) {
      const x = BigInt(row[0]!)
      assert.equal(text(math.checkedPow(type, x, Number(row[23]))), row[24])
      assert.equal(text(math.checkedSqrt(type, x, type.fromF64(0.001))), row[25])
      assert.equal(text(math.checkedLn(type, x)), row[26])
      assert.equal(text(math.checkedLog(type, x, type.fromInt(10))), row[27])
      assert.equal(text(type.floor(x)), row[28])
    }
  }
})

test('I32F32 functions equal the production runtime', () => {
  for (const [x, safe, plain] of bits.i32f32_in__exp_safe__exp) {
    assert.equal(text(math.expSafe(BigInt(x))), safe)
    assert.equal(text(math.exp(I32F32, BigInt(x))), plain)
  }
  for (const [x, safe, ln, log2, sqrt] of bits.i32f32_in__safe_ln__ln__log2__sqrt) {
    assert.equal(text(math.safeLn(BigInt(x))), safe)
    assert.equal(text(math.ln(I32F32, BigInt(x))), ln)
    assert.equal(text(math.log2(I32F32, BigInt(x))), log2)
    assert.equal(text(math.sqrt(I32F32, BigInt(x))), sqrt)
  }
  for (const [x, rho, kappa, result] of bits.i32f32_x_rho_kappa__sigmoid_safe) {
    assert.equal(text(math.sigmoidSafe(BigInt(x), BigInt(rho), BigInt(kappa))), result)
  }
})

test('I96F32, I64F64 and U64F64 functions equal the production runtime', () => {
  for (const [x, log2, ln] of bits.i96f32_in__log2__ln) {
    assert.equal(text(math.log2(I96F32, BigInt(x))), log2)
    assert.equal(text(math.ln(I96F32, BigInt(x))), ln)
  }
  for (const [x, exp] of bits.i64f64_in__exp) {
    assert.equal(text(math.exp(I64F64, BigInt(x))), exp)
  }
  const epsilon = U64F64.div(U64F64.ONE, U64F64.fromInt(1000))
  for (const [x, root] of bits['u64f64_in__checked_sqrt_eps_1e-3']) {
    assert.equal(text(math.checkedSqrt(U64F64, BigInt(x), epsilon)), root)
  }
})

test('exponentials and logarithms equal the epoch vectors', () => {
  const computed = load('runtime-425/epoch-math').computed_bits
  for (const [x, r] of computed.exp_safe) assert.equal(math.expSafe(BigInt(x)), BigInt(r))
  for (const [x, r] of computed.ln_or_error_E) {
    assert.equal(text(math.ln(I32F32, BigInt(x))) ?? 'E', r)
  }
})

test('sigmoidSafe equals the figures of the upstream tests', () => {
  const limit = (n: number | string) =>
    n === 'MIN' ? I32F32.MIN : n === 'MAX' ? I32F32.MAX : I32F32.fromF64(Number(n))
  const { cases } = load('runtime-425/epoch-math')
  for (const { fn, input, expected, note = '' } of cases) {
    if (fn !== 'sigmoid_safe') continue
    // The note says which literals upstream's test reads as f32; the others are f64.
    const read = (side: string) => (n: number | string) =>
      limit(note.includes(`${side} literals f32`) && typeof n === 'number' ? Math.fround(n) : n)
    const [rho, kappa] = [limit(input.rho), limit(input.kappa)]
    const got = input.x.map(read('x')).map((x: bigint) => math.sigmoidSafe(x, rho, kappa))
    assert.deepEqual(got, expected.map(read('expected')))
  }
})

test('a decay over time equals the production runtime', () => {
  for (const { dt, tau, decay_u64f64_bits } of misc.exp_decay) {
    if (dt === '0' || tau === '0') continue
    const floor = I64F64.fromInt(-40)
    const [time, scale] = [I64F64.fromInt(-BigInt(dt)), I64F64.fromInt(BigInt(tau))]
    const ratio = I64F64.checkedDiv(time, scale)
    const decay = math.exp(I64F64, ratio === undefined || ratio < floor ? floor : ratio) ?? 0n
    assert.equal(text(U64F64.from(I64F64, decay)), decay_u64f64_bits)
  }
})

test('the issuance curve equals the production runtime', () => {
  const supply = I96F32.fromInt(21_000_000_000_000_000n)
  const emission = (issuance: string) => {
    const total = I96F32.fromInt(BigInt(issuance))
    if (total >= supply) return 0n
    const rest = I96F32.sub(I96F32.ONE, I96F32.safeDiv(total, supply))
    const residual = math.log2(I96F32, I96F32.safeDiv(I96F32.ONE, rest))!
    const share = I96F32.safeDiv(I96F32.ONE, I96F32.fromInt(1n << I96F32.toU64(residual)))
    return I96F32.toU64(I96F32.mul(share, I96F32.fromInt(1_000_000_000)))
  }
  const { cases, switching_points } = load('runtime-425/issuance')
  for (const row of cases) assert.equal(text(emission(row.issuance)), row.emission)
  for (const row of switching_points) {
    assert.equal(text(emission(row.first_issuance)), row.emission_from)
    assert.equal(text(emission(`${BigInt(row.first_issuance) - 1n}`)), row.emission_before)
  }
})
