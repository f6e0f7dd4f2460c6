export { type WeightCommit, weightCommitHash } from './commit-hash.ts'
export { WeightsError } from './errors.ts'
export { normalizeMaxWeight, processWeights, type WeightLimits } from './process.ts'
export {
  convertWeightsAndUidsForEmit,
  denseRow,
  mechanismStorageIndex,
  U16_MAX,
  type UidWeights,
  u16NormalizedFloat,
} from './u16.ts'
