/** Aura: the pallet's table. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as storage from './storage.ts'

export const Aura = f.pallet('Aura', { crate: 'pallet_aura', constants, storage })
