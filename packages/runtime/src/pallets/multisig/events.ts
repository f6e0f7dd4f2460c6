/** Events of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Timepoint } from './types.ts'

export const NewMultisig = f.event(0, {
  approving: f.AccountId,
  multisig: f.AccountId,
  call_hash: f.bytesN(32),
})
export const MultisigApproval = f.event(1, {
  approving: f.AccountId,
  timepoint: Timepoint,
  multisig: f.AccountId,
  call_hash: f.bytesN(32),
})
export const MultisigExecuted = f.event(2, {
  approving: f.AccountId,
  timepoint: Timepoint,
  multisig: f.AccountId,
  call_hash: f.bytesN(32),
  result: f.result(f.unit, f.DispatchErrorWire),
})
export const MultisigCancelled = f.event(3, {
  cancelling: f.AccountId,
  timepoint: Timepoint,
  multisig: f.AccountId,
  call_hash: f.bytesN(32),
})
export const DepositPoked = f.event(4, {
  who: f.AccountId,
  call_hash: f.bytesN(32),
  old_deposit: f.u64,
  new_deposit: f.u64,
})
