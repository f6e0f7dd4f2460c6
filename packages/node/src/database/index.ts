/** Blocks, states and trie nodes, on disk or in memory. */

export type { NewBlock } from './block.ts'
export type { Database, DatabaseOptions } from './database.ts'
export { DatabaseError, type DatabaseErrorCode, isDatabaseError } from './errors.ts'
export { openDatabase } from './open.ts'
export { openMemoryDatabase } from './open-memory.ts'
export type { StateAt } from './state-at.ts'
