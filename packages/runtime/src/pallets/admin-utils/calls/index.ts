// The calls of AdminUtils, by theme.
export * from './chain.ts'
export * from './consensus.ts'
export * from './networks.ts'
export * from './neurons.ts'
