import assert from 'node:assert/strict'
import { test } from 'node:test'
import { expSafe, I32F32, ln } from '@taonet/frame'
import { alphaSigmoid, commonAlpha, fixedAlpha } from '../../src/pallets/subtensor/epoch/alpha.ts'
import {
  proportionFromU16,
  proportionToU16,
} from '../../src/pallets/subtensor/epoch/math/proportion.ts'
import { taoWeight } from '../../src/pallets/subtensor/epoch/stake.ts'
import { alphaCurve } from '../../src/pallets/subtensor/epoch/yuma3.ts'
import { literal, type MathCase, type Num, RUNS } from './math-cases.ts'
import { loadVectors } from './vectors.ts'

type Binary = [a: string, b: string, result: string][]

const { cases, computed_bits: computed } = loadVectors<{
  cases: MathCase[]
  computed_bits: {
    saturating_mul: Binary
    safe_div: Binary
    exp_safe: [x: string, result: string][]
    ln_or_error_E: [x: string, result: string][]
    fixed_proportion_to_u16: [x: string, result: number][]
    alpha_sigmoid: {
      alpha_low: number
      alpha_high: number
      steepness: number
      consensus_bits: string
      weight_bits: string
      bond_bits: string
      alpha_bits: string
    }[]
    ema_alpha_from_bonds_moving_average: [average: number, result: string][]
    u16_ratio_bits: [parts: number, result: string][]
    tao_weight_u96f32_bits: [weight: string, result: string][]
  }
}>('epoch-math.json')

cases.forEach((given, at) => {
  test(`upstream's own case ${at} of ${given.fn}`, () => {
    const run = RUNS[given.fn]
    assert.ok(run !== undefined, `nothing of ours stands for ${given.fn}`)
    const ours = run(given.input, literal(given.literals), given)
    if (given.computed_bits !== undefined) {
      assert.deepEqual(ours.map(String), given.computed_bits)
    }
    const expected = Array.isArray(given.expected) ? given.expected : [given.expected]
    assert.equal(ours.length, expected.length)
    const fix = literal(expectedLiterals(given))
    const tolerance = I32F32.fromF64(Math.fround(given.tolerance))
    ours.forEach((value, k) => {
      if (typeof value !== 'bigint') {
        assert.equal(value, expected[k])
        return
      }
      const distance = I32F32.abs(value - fix(expected[k] as Num))
      assert.ok(distance <= tolerance, `${value} at ${k} is not ${expected[k]}`)
    })
  })
})

/** A note says so where results and inputs were written as different kinds of literal. */
function expectedLiterals({ note, literals }: MathCase): string {
  return note?.match(/expected literals (f\d\d)/)?.[1] ?? literals
}

test('products floor and saturate, quotients truncate and fall to 0', () => {
  for (const [a, b, result] of computed.saturating_mul) {
    assert.equal(I32F32.mul(BigInt(a), BigInt(b)), BigInt(result))
  }
  for (const [a, b, result] of computed.safe_div) {
    assert.equal(I32F32.safeDiv(BigInt(a), BigInt(b)), BigInt(result))
  }
})

test('exponentials and logarithms', () => {
  for (const [x, result] of computed.exp_safe) assert.equal(expSafe(BigInt(x)), BigInt(result))
  for (const [x, result] of computed.ln_or_error_E) {
    assert.equal(ln(I32F32, BigInt(x)), result === 'E' ? undefined : BigInt(result))
  }
})

test('proportions from and to u16', () => {
  for (const [x, parts] of computed.fixed_proportion_to_u16) {
    assert.equal(proportionToU16(BigInt(x)), parts)
  }
  for (const [parts, bits] of computed.u16_ratio_bits) {
    assert.equal(proportionFromU16(parts), BigInt(bits))
  }
  for (const [weight, bits] of computed.tao_weight_u96f32_bits) {
    assert.equal(taoWeight(BigInt(weight)), BigInt(bits))
  }
})

test('alphas', () => {
  for (const given of computed.alpha_sigmoid) {
    const curve = alphaCurve({
      AlphaValues: [given.alpha_low, given.alpha_high],
      AlphaSigmoidSteepness: given.steepness,
    })
    const point = {
      consensus: BigInt(given.consensus_bits),
      weight: BigInt(given.weight_bits),
      bond: BigInt(given.bond_bits),
    }
    assert.equal(alphaSigmoid(curve, point), BigInt(given.alpha_bits))
  }
  for (const [average, bits] of computed.ema_alpha_from_bonds_moving_average) {
    assert.equal(commonAlpha(BigInt(average)), BigInt(bits))
    assert.equal(fixedAlpha(BigInt(average)), BigInt(bits))
  }
})
