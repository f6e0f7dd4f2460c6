/** Aura: the pallet's table, and what other pallets and the node use of it. */
import * as f from '@taonet/frame'
import * as constants from './constants.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'
import { AuraId } from './types.ts'

export { changeAuthorities, genesis } from './authorities.ts'
export { author, authorityAt, currentSlot, slotItem, slotOf } from './slot.ts'
export { constants, storage }

export const Aura = f.pallet('Aura', {
  crate: 'pallet_aura',
  constants,
  storage,
  hooks,
  types: { AuthorityId: AuraId },
})
