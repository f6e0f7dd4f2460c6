/** The section of `misc.json` about fixed-point functions. */
import * as f from '@taonet/frame'
import { alphaSigmoid } from '../../../src/pallets/subtensor/epoch/alpha.ts'
import { sum } from '../../../src/pallets/subtensor/epoch/math/vector.ts'
import {
  weightedMedian,
  weightedMedianOfColumns,
} from '../../../src/pallets/subtensor/epoch/math/weighted-median.ts'
import type { Check } from '../checks.ts'
import { checkRows, checkTuples, text } from './rows.ts'

const { I32F32, I64F64, I96F32, U64F64, U96F32 } = f

interface MedianVector {
  readonly stake_bits: readonly string[]
  readonly column_bits: readonly string[]
  readonly kappa_bits: string
  readonly stake_unnormalized_bits: readonly string[]
}
interface Operands {
  readonly a: string
  readonly b: string
}
type Row = readonly (string | null)[]

export interface NumberVectors {
  readonly fixed_math_bits: {
    readonly i32f32_in__exp_safe__exp: readonly Row[]
    readonly i32f32_in__safe_ln__ln__log2__sqrt: readonly Row[]
    readonly i96f32_in__log2__ln: readonly Row[]
    readonly i64f64_in__exp: readonly Row[]
    readonly 'u64f64_in__checked_sqrt_eps_1e-3': readonly Row[]
    readonly i32f32_x_rho_kappa__sigmoid_safe: readonly Row[]
    readonly alpha_sigmoid_consensus_weight_bond_low_high_steepness: readonly Row[]
    readonly weighted_median: readonly MedianVector[]
    readonly i32f32_arith: readonly Operands[]
    readonly u96f32_arith: readonly Operands[]
    readonly u64f64_arith: readonly Operands[]
  }
}

const bits = (values: readonly string[]) => values.map(BigInt)
/** A function of some leading columns of a row. */
const of =
  (compute: (...inputs: bigint[]) => (bigint | undefined)[], inputs = 1) =>
  (row: Row) =>
    compute(...row.slice(0, inputs).map((value) => BigInt(value as string))).map(text)

function medians({ stake_bits, column_bits, ...row }: MedianVector): object {
  const [stake, column] = [bits(stake_bits), bits(column_bits)]
  const kappa = BigInt(row.kappa_bits)
  const total = sum(stake)
  const votes = stake.map((share, i) => ({ stake: share, score: column[i]! }))
  const scores = column.map((score) => (score === 0n ? [] : [[0, score] as const]))
  return {
    dense: text(weightedMedian(votes, I32F32.sub(total, kappa), total)),
    sparse: text(weightedMedianOfColumns(bits(row.stake_unnormalized_bits), scores, 1, kappa)[0]),
  }
}

function signedArithmetic(row: Operands): object {
  const [a, b] = [BigInt(row.a), BigInt(row.b)]
  return {
    saturating_mul: text(I32F32.mul(a, b)),
    saturating_div: b === 0n ? null : text(I32F32.div(a, b)),
    saturating_add: text(I32F32.add(a, b)),
    round_a: text(I32F32.round(a)),
    floor_a: text(I32F32.floor(a)),
    a_to_u16: I32F32.toU16(a),
    a_to_u64: text(I32F32.toU64(a)),
    proportion_to_u16: I32F32.toU16(I32F32.mul(a, I32F32.fromInt(0xffff))),
  }
}

const arithmetic = (type: f.Fixed<bigint>) => (row: Operands) => ({
  saturating_mul: text(type.mul(BigInt(row.a), BigInt(row.b))),
  checked_div: text(type.checkedDiv(BigInt(row.a), BigInt(row.b))),
})

const THOUSANDTH = U64F64.div(U64F64.ONE, U64F64.fromInt(1000))

export function* numberChecks({ fixed_math_bits: v }: NumberVectors): Generator<Check> {
  const exponentials = of((x) => [f.expSafe(x!), f.exp(I32F32, x!)])
  yield* checkTuples('exp', v.i32f32_in__exp_safe__exp, exponentials)
  const logarithms = of((x) => [
    f.safeLn(x!),
    f.ln(I32F32, x!),
    f.log2(I32F32, x!),
    f.sqrt(I32F32, x!),
  ])
  yield* checkTuples('ln', v.i32f32_in__safe_ln__ln__log2__sqrt, logarithms)
  const wide = of((x) => [f.log2(I96F32, x!), f.ln(I96F32, x!)])
  yield* checkTuples('i96f32', v.i96f32_in__log2__ln, wide)
  yield* checkTuples(
    'i64f64',
    v.i64f64_in__exp,
    of((x) => [f.exp(I64F64, x!)]),
  )
  const root = of((x) => [f.checkedSqrt(U64F64, x!, THOUSANDTH)])
  yield* checkTuples('u64f64', v['u64f64_in__checked_sqrt_eps_1e-3'], root)
  const sigmoid = of((x, rho, kappa) => [f.sigmoidSafe(x!, rho!, kappa!)], 3)
  yield* checkTuples('sigmoid_safe', v.i32f32_x_rho_kappa__sigmoid_safe, sigmoid)
  const alpha = of((consensus, weight, bond, low, high, steepness) => {
    const curve = { low: low!, high: high!, steepness: steepness! }
    return [alphaSigmoid(curve, { consensus: consensus!, weight: weight!, bond: bond! })]
  }, 6)
  const alphas = v.alpha_sigmoid_consensus_weight_bond_low_high_steepness
  yield* checkTuples('alpha_sigmoid', alphas, alpha)
  yield* checkRows('weighted_median', v.weighted_median, medians)
  yield* checkRows('i32f32_arith', v.i32f32_arith, signedArithmetic)
  yield* checkRows('u96f32_arith', v.u96f32_arith, arithmetic(U96F32))
  yield* checkRows('u64f64_arith', v.u64f64_arith, arithmetic(U64F64))
}
