/** Events of Contracts, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { UploadOrigin } from './types.ts'

export const Instantiated = f.event(0, { deployer: f.AccountId, contract: f.AccountId })
export const Terminated = f.event(1, { contract: f.AccountId, beneficiary: f.AccountId })
export const CodeStored = f.event(2, {
  code_hash: f.H256,
  deposit_held: f.u64,
  uploader: f.AccountId,
})
export const ContractEmitted = f.event(3, { contract: f.AccountId, data: f.bytes })
export const CodeRemoved = f.event(4, {
  code_hash: f.H256,
  deposit_released: f.u64,
  remover: f.AccountId,
})
export const ContractCodeUpdated = f.event(5, {
  contract: f.AccountId,
  new_code_hash: f.H256,
  old_code_hash: f.H256,
})
export const Called = f.event(6, { caller: UploadOrigin, contract: f.AccountId })
export const DelegateCalled = f.event(7, { contract: f.AccountId, code_hash: f.H256 })
export const StorageDepositTransferredAndHeld = f.event(8, {
  from: f.AccountId,
  to: f.AccountId,
  amount: f.u64,
})
export const StorageDepositTransferredAndReleased = f.event(9, {
  from: f.AccountId,
  to: f.AccountId,
  amount: f.u64,
})
