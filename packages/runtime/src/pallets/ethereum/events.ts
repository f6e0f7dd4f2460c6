/** Events of Ethereum, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { EvmExitReason } from '../evm/types.ts'

export const Executed = f.event(0, {
  from: f.H160,
  to: f.H160,
  transaction_hash: f.H256,
  exit_reason: EvmExitReason,
  extra_data: f.bytes,
})
