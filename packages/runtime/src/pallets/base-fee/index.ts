/** BaseFee: the pallet's table. */
import * as f from '@taonet/frame'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const BaseFee = f.pallet('BaseFee', { crate: 'pallet_base_fee', storage, events })
