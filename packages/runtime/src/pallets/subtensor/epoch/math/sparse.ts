// Sparse matrices of I32F32: a list of rows, a row a list of entries in any order.

import type { I32F32 } from '@taonet/frame'

/** Column and value. A row may name a column twice and may hold zeros; both are meaningful. */
export type Entry = readonly [column: number, value: I32F32]
export type SparseRow = readonly Entry[]
export type SparseMatrix = readonly SparseRow[]

/** A row spread over `columns` cells: absent is 0, the last duplicate wins, other columns are dropped. */
export function spreadRow(row: SparseRow, columns: number): I32F32[] {
  const cells = new Array<I32F32>(columns).fill(0n)
  for (const [j, value] of row) if (j < columns) cells[j] = value
  return cells
}

/** The positive cells of a row, in ascending order of columns. */
export function gatherPositive(cells: readonly I32F32[]): SparseRow {
  const row: Entry[] = []
  cells.forEach((value, j) => {
    if (value > 0n) row.push([j, value])
  })
  return row
}
