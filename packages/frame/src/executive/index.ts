/** Blocks: making them, executing them, judging what wants into them. */
export { BlockBuilder, type BuiltBlock } from './block-builder.ts'
export { callApi, UnknownMethod } from './call-api.ts'
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
export {
  hashOf,
  type TestBlock,
  type TestBlockParts,
  TestChain,
  type TestChainOptions,
} from './test-chain.ts'
export { type Candidate, validateTransaction } from './validate-transaction.ts'
