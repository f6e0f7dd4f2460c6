/** Blocks: making them, executing them, judging what wants into them. */
export { BlockBuilder, type BuiltBlock } from './block-builder.ts'
export { BlockError, type BlockErrorCode } from './errors.ts'
export { type Block, executeBlock } from './execute-block.ts'
export {
  type ApplyResult,
  applyExtrinsic,
  finalizeBlock,
  initializeBlock,
  isInherent,
  isInherentExtrinsic,
  type Opening,
} from './executive.ts'
export { tryState } from './hooks.ts'
export { checkInherents, createInherents } from './inherents.ts'
export { type Candidate, validateTransaction } from './validate-transaction.ts'
