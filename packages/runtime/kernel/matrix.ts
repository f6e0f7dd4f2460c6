// Sparse matrices of I32F32: the entries of all rows one after the other, in the order of each row.

import { At, Put, Zeros } from './memory.ts'

@unmanaged
export class Matrix {
  /** Where each row starts and the last one ends, i32[rows + 1]. */
  starts: usize
  /** u16 of each entry. */
  columns: usize
  /** I32F32 of each entry. */
  values: usize
  rows: i32
  /** Entries so far. */
  size: i32

  constructor(rows: i32, capacity: i32) {
    this.starts = Zeros.i32(rows + 1)
    this.columns = heap.alloc(((<usize>capacity) << 1) + 2)
    this.values = heap.alloc(((<usize>capacity) << 3) + 8)
    this.rows = rows
    this.size = 0
  }

  @inline
  start(row: i32): i32 {
    return At.i32(this.starts, row)
  }
  @inline
  end(row: i32): i32 {
    return At.i32(this.starts, row + 1)
  }
  @inline
  length(row: i32): i32 {
    return this.end(row) - this.start(row)
  }
  @inline
  column(entry: i32): i32 {
    return <i32>At.u16(this.columns, entry)
  }
  @inline
  value(entry: i32): i64 {
    return At.i64(this.values, entry)
  }
  @inline
  setValue(entry: i32, value: i64): void {
    Put.i64(this.values, entry, value)
  }
  /** Adds an entry to the row that is being written. */
  @inline
  push(column: i32, value: i64): void {
    Put.u16(this.columns, this.size, <u16>column)
    Put.i64(this.values, this.size, value)
    this.size += 1
  }
  /** Ends the row that is being written; rows are written in order. */
  @inline
  endRow(row: i32): void {
    Put.i32(this.starts, row + 1, this.size)
  }

  /** The same rows and columns with values of their own, not yet set. */
  withNewValues(): Matrix {
    const copy = changetype<Matrix>(heap.alloc(offsetof<Matrix>()))
    copy.starts = this.starts
    copy.columns = this.columns
    copy.values = heap.alloc(((<usize>this.size) << 3) + 8)
    copy.rows = this.rows
    copy.size = this.size
    return copy
  }
}
