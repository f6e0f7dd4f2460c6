/** Wire types of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const StoredState = f.variant(f.generic('pallet_grandpa::StoredState', { N: f.u32 }), {
  Live: [0],
  PendingPause: [1, { scheduled_at: f.u32, delay: f.u32 }],
  Paused: [2],
  PendingResume: [3, { scheduled_at: f.u32, delay: f.u32 }],
})
export type StoredState = f.Value<typeof StoredState>

export const GrandpaId = f.newtype('sp_consensus_grandpa::app::Public', f.bytesN(32))
export type GrandpaId = f.Value<typeof GrandpaId>

export const StoredPendingChange = f.struct(
  f.generic('pallet_grandpa::StoredPendingChange', { N: f.u32, Limit: undefined }),
  {
    scheduled_at: f.u32,
    delay: f.u32,
    next_authorities: f.weakBoundedVec(f.tuple(GrandpaId, f.u64)),
    forced: f.option(f.u32),
  },
)
export type StoredPendingChange = f.Value<typeof StoredPendingChange>

export const Prevote = f.struct(f.generic('finality_grandpa::Prevote', { H: f.H256, N: f.u32 }), {
  target_hash: f.H256,
  target_number: f.u32,
})
export type Prevote = f.Value<typeof Prevote>

export const GrandpaSignature = f.newtype('sp_consensus_grandpa::app::Signature', f.bytesN(64))
export type GrandpaSignature = f.Value<typeof GrandpaSignature>

export const PrevoteEquivocation = f.struct(
  f.generic('finality_grandpa::Equivocation', { Id: GrandpaId, V: Prevote, S: GrandpaSignature }),
  {
    round_number: f.u64,
    identity: GrandpaId,
    first: f.tuple(Prevote, GrandpaSignature),
    second: f.tuple(Prevote, GrandpaSignature),
  },
)
export type PrevoteEquivocation = f.Value<typeof PrevoteEquivocation>

export const Precommit = f.struct(
  f.generic('finality_grandpa::Precommit', { H: f.H256, N: f.u32 }),
  {
    target_hash: f.H256,
    target_number: f.u32,
  },
)
export type Precommit = f.Value<typeof Precommit>

export const PrecommitEquivocation = f.struct(
  f.generic('finality_grandpa::Equivocation', { Id: GrandpaId, V: Precommit, S: GrandpaSignature }),
  {
    round_number: f.u64,
    identity: GrandpaId,
    first: f.tuple(Precommit, GrandpaSignature),
    second: f.tuple(Precommit, GrandpaSignature),
  },
)
export type PrecommitEquivocation = f.Value<typeof PrecommitEquivocation>

export const Equivocation = f.variant(
  f.generic('sp_consensus_grandpa::Equivocation', { H: f.H256, N: f.u32 }),
  {
    Prevote: [0, PrevoteEquivocation],
    Precommit: [1, PrecommitEquivocation],
  },
)
export type Equivocation = f.Value<typeof Equivocation>

export const EquivocationProof = f.struct(
  f.generic('sp_consensus_grandpa::EquivocationProof', { H: f.H256, N: f.u32 }),
  {
    set_id: f.u64,
    equivocation: Equivocation,
  },
)
export type EquivocationProof = f.Value<typeof EquivocationProof>
