/** Named wire types that every Substrate chain has. */
import {
  array,
  bytes,
  bytesN,
  type Codec,
  compact,
  type Flavor,
  generic,
  type Hex,
  makeCodec,
  newtype,
  struct,
  u8,
  u32,
  u64,
  u128,
  unit,
  type Value,
  variant,
  vec,
} from './codec/index.ts'

/** 32 bytes as lower-case hex with `0x`. */
export type AccountId = Flavor<Hex, 'AccountId'>
export type H256 = Flavor<Hex, 'H256'>
export type H160 = Flavor<Hex, 'H160'>

export const AccountId: Codec<AccountId> = newtype('sp_core::crypto::AccountId32', bytesN(32))
export const H256: Codec<H256> = newtype('primitive_types::H256', bytesN(32))
export const H160: Codec<H160> = newtype('primitive_types::H160', bytesN(20))

const limbs = array(u64, 4)
const LOW = 0xffff_ffff_ffff_ffffn
/** `primitive_types::U256`: four little-endian limbs. */
export const U256: Codec<bigint> = makeCodec<bigint>(
  {
    path: ['primitive_types', 'U256'],
    def: { tag: 'composite', fields: [{ type: limbs }] },
  },
  (out, value) =>
    limbs.write(
      out,
      [0n, 64n, 128n, 192n].map((shift) => (value >> shift) & LOW),
    ),
  (from) => limbs.read(from).reduceRight((value, limb) => (value << 64n) | limb, 0n),
)

/** Where a call's target or a transaction's signer is named; `Id` is what clients use. */
export const MultiAddress = variant(
  generic('sp_runtime::multiaddress::MultiAddress', { AccountId, AccountIndex: unit }),
  {
    Id: [0, AccountId],
    Index: [1, compactUnit()],
    Raw: [2, bytes],
    Address32: [3, bytesN(32)],
    Address20: [4, bytesN(20)],
  },
)
export type MultiAddress = Value<typeof MultiAddress>

function compactUnit(): Codec<null> {
  return makeCodec<null>(
    { path: [], def: { tag: 'compact', type: unit } },
    () => {},
    () => null,
  )
}

export const MultiSignature = variant('sp_runtime::MultiSignature', {
  Ed25519: [0, bytesN(64)],
  Sr25519: [1, bytesN(64)],
  Ecdsa: [2, bytesN(65)],
})
export type MultiSignature = Value<typeof MultiSignature>

export const DigestItem = variant('sp_runtime::generic::digest::DigestItem', {
  PreRuntime: [6, [bytesN(4), bytes]],
  Consensus: [4, [bytesN(4), bytes]],
  Seal: [5, [bytesN(4), bytes]],
  Other: [0, bytes],
  RuntimeEnvironmentUpdated: [8],
})
export type DigestItem = Value<typeof DigestItem>
export interface Digest {
  readonly logs: DigestItem[]
}
export const Digest: Codec<Digest> = struct<Digest>('sp_runtime::generic::digest::Digest', {
  logs: vec(DigestItem),
})

export interface Header {
  readonly parent_hash: H256
  readonly number: number
  readonly state_root: H256
  readonly extrinsics_root: H256
  readonly digest: Digest
}
export const Header: Codec<Header> = struct<Header>(
  generic('sp_runtime::generic::header::Header', { Number: u32, Hash: undefined }),
  {
    parent_hash: H256,
    number: compact(u32),
    state_root: H256,
    extrinsics_root: H256,
    digest: Digest,
  },
)

/** Ratios, as `sp_arithmetic::per_things`: parts of the number in the name. */
export const PercentBits: Codec<number> = newtype('sp_arithmetic::per_things::Percent', u8)
export const PermillBits: Codec<number> = newtype('sp_arithmetic::per_things::Permill', u32)
export const PerbillBits: Codec<number> = newtype('sp_arithmetic::per_things::Perbill', u32)
export const PerquintillBits: Codec<bigint> = newtype('sp_arithmetic::per_things::Perquintill', u64)
/** Parts of 10^18, unbounded above. */
export const FixedU128Bits: Codec<bigint> = newtype('sp_arithmetic::fixed_point::FixedU128', u128)
