/** Storage of Aura, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { AuraId, Slot } from './types.ts'

export const Authorities = f.value(f.boundedVec(AuraId, 32), [])

export const CurrentSlot = f.value(Slot, 0n)
