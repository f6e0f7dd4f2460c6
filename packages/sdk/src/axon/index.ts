export { Axon, type AxonOptions } from './axon.ts'
export { AxonError, type AxonErrorCode } from './errors.ts'
export type { ExchangeRecord } from './exchange.ts'
export type { Forward, ForwardContext, Hooks, StreamForward } from './handlers.ts'
