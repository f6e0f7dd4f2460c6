/** Events of System, as spec 425 declares them. */

import { bool } from '../codec/index.ts'
import { DispatchErrorWire } from '../pallet/error.ts'
import { event } from '../pallet/event.ts'
import { AccountId, H256 } from '../types.ts'
import { DispatchEventInfo } from './types.ts'

export const ExtrinsicSuccess = event(0, { dispatch_info: DispatchEventInfo })
export const ExtrinsicFailed = event(1, {
  dispatch_error: DispatchErrorWire,
  dispatch_info: DispatchEventInfo,
})
export const CodeUpdated = event(2, {})
export const NewAccount = event(3, { account: AccountId })
export const KilledAccount = event(4, { account: AccountId })
export const Remarked = event(5, { sender: AccountId, hash: H256 })
export const UpgradeAuthorized = event(6, { code_hash: H256, check_version: bool })
export const RejectedInvalidAuthorizedUpgrade = event(7, {
  code_hash: H256,
  error: DispatchErrorWire,
})
