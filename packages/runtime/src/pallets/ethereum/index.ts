/** Ethereum: the pallet's table. */
import * as f from '@taonet/frame'
import * as calls from './calls.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export { BLOCK_GAS_LIMIT, headerHash, PENDING } from './block.ts'
export { logsBloom } from './bloom.ts'
export { genesis } from './genesis.ts'
export { transactionBytes, transactionHash, unsignedFields } from './transaction-bytes.ts'
export { errors, events, storage }

export const Ethereum = f.pallet('Ethereum', {
  crate: 'pallet_ethereum',
  storage,
  events,
  errors,
  calls,
  hooks,
  generics: { Event: [] },
})
