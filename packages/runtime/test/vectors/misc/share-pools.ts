/** Sections of `misc.json` about share pools and the floats in them. */
import * as f from '@taonet/frame'
import * as sharePool from '../../../src/pallets/subtensor/share-pool/index.ts'
import { SafeFloat } from '../../../src/pallets/subtensor/types.ts'
import type { Check } from '../checks.ts'
import { checkRow, checkRows, checkTuples } from './rows.ts'

const { safeFloat } = sharePool

interface PoolOperation {
  readonly op: string
  readonly who: number
  readonly amount: string
}

export interface SharePoolVectors {
  readonly safe_float_scale_encoded_u128_mantissa_i64_exponent: readonly { a: string; b: string }[]
  readonly safe_float_from_u64: readonly (readonly [n: string, encoded: string, back: string])[]
  readonly share_pool_sequences: readonly { readonly ops: readonly PoolOperation[] }[]
}

const encode = (x: SafeFloat | undefined): string | null =>
  x === undefined ? null : f.toHex(SafeFloat.encode(x))
const decode = (hex: string): SafeFloat => SafeFloat.decode(f.fromHex(hex))

/** A pool in memory. */
function memoryPool(): sharePool.SharePoolData<number> {
  const shares = new Map<number, SafeFloat>()
  let value = 0n
  let denominator: SafeFloat = safeFloat.ZERO
  return {
    getSharedValue: () => value,
    setSharedValue(next) {
      value = next
    },
    getShare: (key) => shares.get(key) ?? safeFloat.ZERO,
    tryGetShare: (key) => shares.get(key),
    setShare(key, share) {
      shares.set(key, share)
    },
    getDenominator: () => denominator,
    setDenominator(next) {
      denominator = next
    },
  }
}

/** One operation; a key gives only what it owns. */
function operate(pool: sharePool.SharePoolData<number>, { op, who, amount }: PoolOperation): void {
  const value = BigInt(amount)
  if (op === 'increase_all') sharePool.updateValueForAll(pool, value)
  else if (op === 'decrease_all') sharePool.updateValueForAll(pool, -value)
  else if (op === 'increase_one') sharePool.updateValueForOne(pool, who, value)
  else if ((sharePool.tryGetValue(pool, who) ?? -1n) >= value)
    sharePool.updateValueForOne(pool, who, -value)
}

function* sequence(at: number, ops: readonly PoolOperation[]): Generator<Check> {
  const pool = memoryPool()
  const keys = [0, 1, 2, 3]
  for (const [step, row] of ops.entries())
    yield checkRow(`share_pool_sequences[${at}] operation ${step}`, row, () => {
      operate(pool, row)
      return {
        total: `${pool.getSharedValue()}`,
        denominator_v2: encode(pool.getDenominator()),
        shares_v2: keys.map((key) => encode(pool.getShare(key))),
        values: keys.map((key) => `${sharePool.getValue(pool, key)}`),
      }
    })
}

export function* sharePoolChecks(vectors: SharePoolVectors): Generator<Check> {
  yield* checkRows(
    'safe_float',
    vectors.safe_float_scale_encoded_u128_mantissa_i64_exponent,
    (row) => {
      const [a, b] = [decode(row.a), decode(row.b)]
      return {
        div: encode(safeFloat.div(a, b)),
        mul_div_a_a_b: encode(safeFloat.mulDiv(a, a, b)),
        add: encode(safeFloat.add(a, b)),
        sub: encode(safeFloat.sub(a, b)),
      }
    },
  )
  yield* checkTuples('safe_float_from_u64', vectors.safe_float_from_u64, ([n]) => {
    const x = safeFloat.fromU64(BigInt(n))
    return [encode(x), `${safeFloat.toU64(x)}`]
  })
  for (const [at, { ops }] of vectors.share_pool_sequences.entries()) yield* sequence(at, ops)
}
