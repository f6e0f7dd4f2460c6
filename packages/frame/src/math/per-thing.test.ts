import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import {
  fixedU128,
  type PerThing,
  perbill,
  percent,
  permill,
  perquintill,
  perU16,
  satU64,
} from './index.ts'

const { types } = JSON.parse(
  readFileSync(
    new URL('../../../../vectors/sp-arithmetic-27.0.0/ratios.json', import.meta.url),
    'utf8',
  ),
)
const text = (x: bigint | number | undefined) => (x === undefined ? null : `${x}`)

function check<P extends number | bigint>(type: PerThing<P>, parts: (n: string) => P): void {
  for (const row of types[type.name] as string[][]) {
    const [p, q, amount, x, y] = [0, 1, 2, 6, 7].map((i) => BigInt(row[i]!)) as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ]
    const [a, b] = [parts(`${p}`), parts(`${q}`)]
    assert.deepEqual(
      [
        ...[type.mul(a, amount), type.mulFloor(a, amount), type.mulCeil(a, amount)],
        ...[x, y, type.fromRational(x, y), type.product(a, b), type.add(a, b), type.sub(a, b)],
        ...[type.leftFromOne(a), row[13], type.fromPercent(Number(row[13]))],
      ].map(String),
      row.slice(3),
      `${type.name} ${row}`,
    )
  }
}

test('proportions equal the Rust crate', () => {
  check(percent, Number)
  check(perU16, Number)
  check(permill, Number)
  check(perbill, Number)
  check(perquintill, BigInt)
})

test('a proportion is at most one', () => {
  assert.equal(percent.fromParts(101), percent.ONE)
  assert.equal(perbill.fromRational(3, 2), perbill.ONE)
  assert.equal(perquintill.fromRational(1n, 0n), perquintill.ONE)
})

test('FixedU128 equals the Rust crate', () => {
  for (const row of types.FixedU128 as (string | null)[][]) {
    const [a, b, k, d, n] = [0, 1, 7, 10, 11].map((i) => BigInt(row[i]!)) as [
      bigint,
      bigint,
      bigint,
      bigint,
      bigint,
    ]
    assert.deepEqual(
      [
        ...[a, b, fixedU128.add(a, b), fixedU128.sub(a, b), fixedU128.mul(a, b)],
        ...[fixedU128.checkedMul(a, b), fixedU128.checkedDiv(a, b), k],
        ...[fixedU128.mulInt(a, k, satU64.MAX), fixedU128.mulInt(a, k), d, n],
        ...[fixedU128.checkedFromRational(n, d), fixedU128.fromInt(n)],
      ].map(text),
      row,
    )
  }
})
