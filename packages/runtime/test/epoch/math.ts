// Helpers of the epoch's mathematics (`epoch-math.json`): upstream's own tests, and computed bits.

import assert from 'node:assert/strict'
import { expSafe, I32F32, ln } from '@taonet/frame'
import { alphaSigmoid, commonAlpha, fixedAlpha } from '../../src/pallets/subtensor/epoch/alpha.ts'
import {
  proportionFromU16,
  proportionToU16,
} from '../../src/pallets/subtensor/epoch/math/proportion.ts'
import { taoWeight } from '../../src/pallets/subtensor/epoch/stake.ts'
import { alphaCurve } from '../../src/pallets/subtensor/epoch/yuma3.ts'
import type { Check } from '../vectors/checks.ts'
import { checkRows, checkTuples } from '../vectors/misc/rows.ts'
import { literal, type MathCase, type Num, RUNS } from './math-cases.ts'

type Binary = [a: string, b: string, result: string][]

/** `epoch-math.json`. */
export interface MathVectors {
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
}

function checkCase(given: MathCase): void {
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
}

/** A note says so where results and inputs were written as different kinds of literal. */
function expectedLiterals({ note, literals }: MathCase): string {
  return note?.match(/expected literals (f\d\d)/)?.[1] ?? literals
}

type Computed = MathVectors['computed_bits']

function* computedChecks(computed: Computed): Generator<Check> {
  yield* checkTuples('saturating_mul', computed.saturating_mul, ([a, b]) => [
    `${I32F32.mul(BigInt(a), BigInt(b))}`,
  ])
  yield* checkTuples('safe_div', computed.safe_div, ([a, b]) => [
    `${I32F32.safeDiv(BigInt(a), BigInt(b))}`,
  ])
  yield* checkTuples('exp_safe', computed.exp_safe, ([x]) => [`${expSafe(BigInt(x))}`])
  yield* checkTuples('ln_or_error_E', computed.ln_or_error_E, ([x]) => [
    `${ln(I32F32, BigInt(x)) ?? 'E'}`,
  ])
  yield* checkTuples('fixed_proportion_to_u16', computed.fixed_proportion_to_u16, ([x]) => [
    proportionToU16(BigInt(x)),
  ])
  yield* checkTuples('u16_ratio_bits', computed.u16_ratio_bits, ([parts]) => [
    `${proportionFromU16(parts)}`,
  ])
  yield* checkTuples('tao_weight_u96f32_bits', computed.tao_weight_u96f32_bits, ([weight]) => [
    `${taoWeight(BigInt(weight))}`,
  ])
  yield* alphaChecks(computed)
}

function* alphaChecks(computed: Computed): Generator<Check> {
  yield* checkRows('alpha_sigmoid', computed.alpha_sigmoid, (given) => {
    const curve = alphaCurve({
      AlphaValues: [given.alpha_low, given.alpha_high],
      AlphaSigmoidSteepness: given.steepness,
    })
    const point = {
      consensus: BigInt(given.consensus_bits),
      weight: BigInt(given.weight_bits),
      bond: BigInt(given.bond_bits),
    }
    return { alpha_bits: `${alphaSigmoid(curve, point)}` }
  })
  const section = 'ema_alpha_from_bonds_moving_average'
  yield* checkTuples(section, computed[section], ([average]) => {
    const alpha = commonAlpha(BigInt(average))
    assert.equal(fixedAlpha(BigInt(average)), alpha)
    return [`${alpha}`]
  })
}

export function* mathChecks({ cases, computed_bits }: MathVectors): Generator<Check> {
  for (const [at, given] of cases.entries())
    yield { name: `cases[${at}] ${given.fn}`, run: () => checkCase(given) }
  yield* computedChecks(computed_bits)
}
