/** Wire types, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Slot } from '../pallets/aura/types.ts'

export const BabeId = f.newtype('sp_consensus_babe::app::Public', f.bytesN(32))
export type BabeId = f.Value<typeof BabeId>

export const AllowedSlots = f.enumeration('sp_consensus_babe::AllowedSlots', {
  PrimarySlots: 0,
  PrimaryAndSecondaryPlainSlots: 1,
  PrimaryAndSecondaryVRFSlots: 2,
})
export type AllowedSlots = f.Value<typeof AllowedSlots>

export const BabeConfiguration = f.struct('sp_consensus_babe::BabeConfiguration', {
  slot_duration: f.u64,
  epoch_length: f.u64,
  c: f.tuple(f.u64, f.u64),
  authorities: f.vec(f.tuple(BabeId, f.u64)),
  randomness: f.bytesN(32),
  allowed_slots: AllowedSlots,
})
export type BabeConfiguration = f.Value<typeof BabeConfiguration>

export const BabeEpochConfiguration = f.struct('sp_consensus_babe::BabeEpochConfiguration', {
  c: f.tuple(f.u64, f.u64),
  allowed_slots: AllowedSlots,
})
export type BabeEpochConfiguration = f.Value<typeof BabeEpochConfiguration>

export const BabeEpoch = f.struct('sp_consensus_babe::Epoch', {
  epoch_index: f.u64,
  start_slot: Slot,
  duration: f.u64,
  authorities: f.vec(f.tuple(BabeId, f.u64)),
  randomness: f.bytesN(32),
  config: BabeEpochConfiguration,
})
export type BabeEpoch = f.Value<typeof BabeEpoch>

export const OpaqueKeyOwnershipProof = f.newtype(
  'sp_consensus_babe::OpaqueKeyOwnershipProof',
  f.bytes,
)
export type OpaqueKeyOwnershipProof = f.Value<typeof OpaqueKeyOwnershipProof>

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
