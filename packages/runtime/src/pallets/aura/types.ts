/** Wire types of Aura, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const AuraId = f.newtype('sp_consensus_aura::sr25519::app_sr25519::Public', f.bytesN(32))
export type AuraId = f.Value<typeof AuraId>

export const Slot = f.newtype('sp_consensus_slots::Slot', f.u64)
export type Slot = f.Value<typeof Slot>

export const SlotDuration = f.newtype('sp_consensus_slots::SlotDuration', f.u64)
export type SlotDuration = f.Value<typeof SlotDuration>
