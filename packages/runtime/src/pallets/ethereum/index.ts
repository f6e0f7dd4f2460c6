/** Ethereum: the pallet's table. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const Ethereum = f.pallet('Ethereum', { crate: 'pallet_ethereum', storage, events, errors })
