/** An API of another consensus, which tools look for. Upstream answers it with defaults, so do we. */
import * as f from '@taonet/frame'
import { Slot } from '../pallets/aura/types.ts'
import {
  BabeConfiguration,
  BabeEpoch,
  type BabeEpochConfiguration,
  BabeId,
  OpaqueKeyOwnershipProof,
  SlotEquivocationProof,
} from './babe-types.ts'

const DEFAULT: BabeEpochConfiguration = {
  c: [1n, 4n],
  allowed_slots: 'PrimaryAndSecondaryVRFSlots',
}

const emptyEpoch = (): BabeEpoch => ({
  epoch_index: 0n,
  start_slot: 0n,
  duration: 0n,
  authorities: [],
  randomness: f.ZERO_H256,
  config: DEFAULT,
})

/** source  opentensor/subtensor runtime/src/lib.rs sp_consensus_babe::BabeApi */
export const BabeApi = f.api('BabeApi', 2, {
  configuration: f.method({}, BabeConfiguration, () => ({
    slot_duration: 0n,
    epoch_length: 0n,
    authorities: [],
    randomness: f.ZERO_H256,
    ...DEFAULT,
  })),
  current_epoch_start: f.method({}, Slot, () => 0n),
  current_epoch: f.method({}, BabeEpoch, emptyEpoch),
  next_epoch: f.method({}, BabeEpoch, emptyEpoch),
  generate_key_ownership_proof: f.method(
    { slot: Slot, authority_id: BabeId },
    f.option(OpaqueKeyOwnershipProof),
    () => undefined,
  ),
  submit_report_equivocation_unsigned_extrinsic: f.method(
    { equivocation_proof: SlotEquivocationProof, key_owner_proof: OpaqueKeyOwnershipProof },
    f.option(f.unit),
    () => undefined,
  ),
})
