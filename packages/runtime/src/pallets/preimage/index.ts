/** Preimage: the pallet's table. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const Preimage = f.pallet('Preimage', { crate: 'pallet_preimage', storage, events, errors })
