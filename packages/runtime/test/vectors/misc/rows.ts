/** What the parts of `misc.json` share. */
import assert from 'node:assert/strict'
import type * as f from '@taonet/frame'
import { openChain } from '../chain.ts'
import type { Check } from '../checks.ts'

/** A check that what we compute equals what a row has for it. */
export function checkRow(name: string, row: object, compute: () => object): Check {
  return { name, run: () => assert.deepEqual({ ...row, ...compute() }, row) }
}

/** Checks of every row of a section. */
export function* checkRows<R extends object>(
  section: string,
  rows: readonly R[],
  compute: (row: R) => object,
): Generator<Check> {
  for (const [at, row] of rows.entries())
    yield checkRow(`${section}[${at}]`, row, () => compute(row))
}

/** Checks of rows that are tuples, whose last entries are the results. */
export function* checkTuples<R extends readonly unknown[]>(
  section: string,
  rows: readonly R[],
  compute: (row: R) => unknown[],
): Generator<Check> {
  for (const [at, row] of rows.entries())
    yield {
      name: `${section}[${at}]`,
      run: () => {
        const results = compute(row)
        assert.deepEqual(results, row.slice(row.length - results.length))
      },
    }
}

/** An integer or fixed-point bits as vectors have them. */
export const text = (value: bigint | number | undefined): string | null =>
  value === undefined ? null : `${value}`

/** A state without rows, at a block. */
export const emptyState = (block: bigint | number | string = 0): f.Context =>
  openChain([], Number(block)).ctx
