/** WebAssembly contracts, as far as storage tells. */
import * as f from '@taonet/frame'
import { ContractInfoOf, MigrationInProgress } from '../pallets/contracts/storage.ts'
import { ContractAccessError } from '../pallets/contracts/types.ts'
import { contractsExecution } from './execution.ts'

const StorageAnswer = f.result(f.option(f.bytes), ContractAccessError)

const refused = (error: ContractAccessError): f.Value<typeof StorageAnswer> => ({
  ok: false,
  error,
})

/**
 * differs call, instantiate and upload_code answer that nothing can be executed yet
 * source  polkadot-sdk substrate/frame/contracts/src/lib.rs ContractsApi
 */
export const ContractsApi = f.api('ContractsApi', 2, {
  ...contractsExecution,
  get_storage: f.method(
    { address: f.AccountId, key: f.bytes },
    StorageAnswer,
    (ctx, { address }): f.Value<typeof StorageAnswer> => {
      if (MigrationInProgress.has(ctx)) return refused('MigrationInProgress')
      if (!ContractInfoOf.has(ctx, address)) return refused('DoesntExist')
      throw new Error('what a contract stores lies in a child trie, which this chain does not keep')
    },
  ),
})
