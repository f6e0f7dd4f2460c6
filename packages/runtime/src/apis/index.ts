/** All runtime APIs, in the order of `impl_runtime_apis!`. */
import type * as f from '@taonet/frame'
import { AccountNonceApi, TransactionPaymentApi, TransactionPaymentCallApi } from './accounts.ts'
import { AuraApi, GrandpaApi, SessionKeys } from './authorities.ts'
import { BlockBuilder, Core, Metadata, OffchainWorkerApi, TaggedTransactionQueue } from './core.ts'

export const APIS: readonly f.Api[] = [
  Core,
  Metadata,
  BlockBuilder,
  TaggedTransactionQueue,
  OffchainWorkerApi,
  AuraApi,
  SessionKeys,
  GrandpaApi,
  AccountNonceApi,
  TransactionPaymentApi,
  TransactionPaymentCallApi,
]
