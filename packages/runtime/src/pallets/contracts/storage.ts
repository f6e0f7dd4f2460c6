/** Storage of Contracts, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { CodeInfo, ContractInfo, DeletionQueueManager } from './types.ts'

export const PristineCode = f.map([f.identity(f.H256)], f.boundedBytes(131072), undefined)

export const CodeInfoOf = f.map([f.identity(f.H256)], CodeInfo, undefined)

export const Nonce = f.value(f.u64, 0n)

export const ContractInfoOf = f.map([f.twox64_concat(f.AccountId)], ContractInfo, undefined)

export const DeletionQueue = f.map([f.twox64_concat(f.u32)], f.boundedBytes(128), undefined)

export const DeletionQueueCounter = f.value(DeletionQueueManager, {
  insert_counter: 0,
  delete_counter: 0,
})

export const MigrationInProgress = f.value(f.boundedBytes(1024), undefined)
