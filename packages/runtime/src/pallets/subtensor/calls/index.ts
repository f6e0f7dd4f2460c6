// The calls of SubtensorModule, by theme.
export * from './hyperparameters.ts'
export * from './identity.ts'
export * from './keys.ts'
export * from './registration.ts'
export * from './serving.ts'
export * from './subnets.ts'
export * from './weights.ts'
