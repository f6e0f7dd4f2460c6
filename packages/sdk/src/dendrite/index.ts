export { type AxonEndpoint, Dendrite, type DendriteOptions, type QueryOptions } from './dendrite.ts'
export { DendriteError } from './errors.ts'
