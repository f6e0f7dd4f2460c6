/** Who makes and finalises blocks, and with which keys. */
import * as f from '@taonet/frame'
import { SlotDuration as SlotDurationConstant } from '../pallets/aura/constants.ts'
import { Authorities as AuraAuthorities } from '../pallets/aura/storage.ts'
import { AuraId, SlotDuration } from '../pallets/aura/types.ts'
import { Authorities, CurrentSetId } from '../pallets/grandpa/storage.ts'
import { EquivocationProof, GrandpaId } from '../pallets/grandpa/types.ts'

export const AuraApi = f.api('AuraApi', 1, {
  slot_duration: f.method({}, SlotDuration, (ctx) => SlotDurationConstant.get(ctx)),
  authorities: f.method({}, f.vec(AuraId), (ctx) => AuraAuthorities.get(ctx)),
})

const SessionKeysWire = f.struct<{ aura: AuraId; grandpa: GrandpaId }>('SessionKeys', {
  aura: AuraId,
  grandpa: GrandpaId,
})
const KEY_TYPES = { aura: f.toHex(f.utf8('aura')), grandpa: f.toHex(f.utf8('gran')) }

/** Session keys. Making them needs the node's keystore, which a state does not have. */
export const SessionKeys = f.api('SessionKeys', 1, {
  generate_session_keys: f.method({ seed: f.option(f.bytes) }, f.bytes, () => {
    throw new Error('session keys are made by the node: call author_rotateKeys')
  }),
  decode_session_keys: f.method(
    { encoded: f.bytes },
    f.option(f.vec(f.tuple(f.bytes, f.KeyTypeId))),
    (_, { encoded }): [Uint8Array, string][] | undefined => {
      try {
        // What follows the keys does not matter, as upstream has it.
        const { aura, grandpa } = SessionKeysWire.read(new f.Reader(encoded))
        return [
          [f.fromHex(aura), KEY_TYPES.aura],
          [f.fromHex(grandpa), KEY_TYPES.grandpa],
        ]
      } catch (error) {
        if (error instanceof f.CodecError) return undefined
        throw error
      }
    },
  ),
})

/** Finality. The chain keeps no ownership proofs, so nothing can be reported. */
export const GrandpaApi = f.api('GrandpaApi', 3, {
  grandpa_authorities: f.method({}, f.vec(f.tuple(GrandpaId, f.u64)), (ctx) => [
    ...Authorities.get(ctx),
  ]),
  submit_report_equivocation_unsigned_extrinsic: f.method(
    { equivocation_proof: EquivocationProof, key_owner_proof: f.OpaqueValue },
    f.option(f.unit),
    () => undefined,
  ),
  generate_key_ownership_proof: f.method(
    { set_id: f.u64, authority_id: GrandpaId },
    f.option(f.OpaqueValue),
    () => undefined,
  ),
  current_set_id: f.method({}, f.u64, (ctx) => CurrentSetId.get(ctx)),
})
