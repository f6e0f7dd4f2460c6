/** EVM: the pallet's table. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const EVM = f.pallet('EVM', { crate: 'pallet_evm', storage, events, errors })
