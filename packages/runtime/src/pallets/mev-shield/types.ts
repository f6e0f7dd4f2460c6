/** Wire types of MevShield, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const PendingExtrinsic = f.struct(
  f.generic('pallet_shield::pallet::PendingExtrinsic', { T: undefined }),
  {
    who: f.AccountId,
    encrypted_call: f.boundedBytes(8192),
    submitted_at: f.u32,
  },
)
export type PendingExtrinsic = f.Value<typeof PendingExtrinsic>

export const ShieldedTransaction = f.struct('stp_shield::shielded_tx::ShieldedTransaction', {
  key_hash: f.bytesN(16),
  kem_ct: f.bytes,
  aead_ct: f.bytes,
  nonce: f.bytesN(24),
})
export type ShieldedTransaction = f.Value<typeof ShieldedTransaction>
