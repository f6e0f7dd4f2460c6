/** Why balances are held or frozen, over all pallets. */
import * as f from '@taonet/frame'
import { HoldReason as ContractsHold } from '../pallets/contracts/types.ts'
import { HoldReason as PreimageHold } from '../pallets/preimage/types.ts'
import { HoldReason as SafeModeHold } from '../pallets/safe-mode/types.ts'

export const RuntimeHoldReason = f.variant('node_subtensor_runtime::RuntimeHoldReason', {
  Preimage: [14, PreimageHold],
  SafeMode: [20, SafeModeHold],
  Contracts: [29, ContractsHold],
})
export type RuntimeHoldReason = f.Value<typeof RuntimeHoldReason>

export const RuntimeFreezeReason = f.enumeration('node_subtensor_runtime::RuntimeFreezeReason', {})
export type RuntimeFreezeReason = f.Value<typeof RuntimeFreezeReason>
