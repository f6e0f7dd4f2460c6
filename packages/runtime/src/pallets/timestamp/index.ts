/** Timestamp: the pallet's table. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as storage from './storage.ts'

export const Timestamp = f.pallet('Timestamp', { crate: 'pallet_timestamp', constants, storage })
