/** All runtime APIs, in the order of `impl_runtime_apis!`. */
import type * as f from '@taonet/frame'
import { AccountNonceApi, TransactionPaymentApi, TransactionPaymentCallApi } from './accounts.ts'
import { AuraApi, GrandpaApi, SessionKeys } from './authorities.ts'
import { BabeApi } from './babe.ts'
import { ContractsApi } from './contracts.ts'
import { BlockBuilder, Core, Metadata, OffchainWorkerApi, TaggedTransactionQueue } from './core.ts'
import { DelegateInfoRuntimeApi } from './delegates.ts'
import { ConvertTransactionRuntimeApi, EthereumRuntimeRPCApi } from './ethereum.ts'
import { GenesisBuilder } from './genesis-builder.ts'
import { NeuronInfoRuntimeApi } from './neurons.ts'
import { ProxyFilterRuntimeApi } from './proxy-filters.ts'
import { ShieldApi } from './shield.ts'
import { StakeInfoRuntimeApi } from './stake.ts'
import { SubnetInfoRuntimeApi, SubnetRegistrationRuntimeApi } from './subnets.ts'
import { SwapRuntimeApi } from './swap.ts'

/** source  opentensor/subtensor runtime/src/lib.rs impl_runtime_apis */
export const APIS: readonly f.Api[] = [
  Core,
  Metadata,
  BlockBuilder,
  GenesisBuilder,
  TaggedTransactionQueue,
  OffchainWorkerApi,
  AuraApi,
  SessionKeys,
  GrandpaApi,
  AccountNonceApi,
  TransactionPaymentApi,
  TransactionPaymentCallApi,
  EthereumRuntimeRPCApi,
  ConvertTransactionRuntimeApi,
  ContractsApi,
  DelegateInfoRuntimeApi,
  NeuronInfoRuntimeApi,
  SubnetInfoRuntimeApi,
  StakeInfoRuntimeApi,
  SubnetRegistrationRuntimeApi,
  ProxyFilterRuntimeApi,
  BabeApi,
  SwapRuntimeApi,
  ShieldApi,
]
