// Bittensor's rules.
export { inherentData, preDigest, timing } from './authoring.ts'
export * from './networks/index.ts'
export { PALLETS, subtensorRuntime } from './runtime.ts'
