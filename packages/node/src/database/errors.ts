/** What the database throws when the world says no. Unknown and pruned blocks are `ChainError`s. */

export type DatabaseErrorCode =
  /** another process, or this one, has the folder open */
  | 'LOCKED'
  /** the folder holds another chain */
  | 'OTHER_CHAIN'
  /** the folder was written by another version, or is not ours */
  | 'OTHER_FORMAT'
  /** what is stored contradicts itself */
  | 'CORRUPT'
  /** no room to write; nothing of the block was kept */
  | 'DISK_FULL'
  /** any other failure of the file system */
  | 'IO'
  /** used after `close` */
  | 'CLOSED'

/** A failure of the database; `code` for programs, the message for the operator. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode
  /** folder of the database; `memory` for one without */
  readonly path: string

  constructor(code: DatabaseErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(`${message} (database ${path})`, options)
    this.code = code
    this.path = path
  }
}

/** True when `error` is the database failure `code`. */
export function isDatabaseError(error: unknown, code: DatabaseErrorCode): error is DatabaseError {
  return error instanceof DatabaseError && error.code === code
}
