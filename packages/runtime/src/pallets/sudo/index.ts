/** Sudo: the pallet's table. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as storage from './storage.ts'

export const Sudo = f.pallet('Sudo', { crate: 'pallet_sudo', storage, events, errors })
