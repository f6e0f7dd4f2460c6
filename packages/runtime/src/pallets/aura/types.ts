/** Wire types of Aura, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { BabeId } from '../../apis/babe-types.ts'

export const AuraId = f.newtype('sp_consensus_aura::sr25519::app_sr25519::Public', f.bytesN(32))
export type AuraId = f.Value<typeof AuraId>

export const Slot = f.newtype('sp_consensus_slots::Slot', f.u64)
export type Slot = f.Value<typeof Slot>

export const SlotDuration = f.newtype('sp_consensus_slots::SlotDuration', f.u64)
export type SlotDuration = f.Value<typeof SlotDuration>

export const SlotEquivocationProof = f.struct(
  f.generic('sp_consensus_slots::EquivocationProof', { Header: f.Header, Id: BabeId }),
  {
    offender: BabeId,
    slot: Slot,
    first_header: f.Header,
    second_header: f.Header,
  },
)
export type SlotEquivocationProof = f.Value<typeof SlotEquivocationProof>
