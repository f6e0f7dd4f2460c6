/** Named wire types that every Substrate chain has. */
import {
  type AnyCodec,
  array,
  bytes,
  bytesN,
  type Codec,
  CodecError,
  compact,
  empty,
  enumeration,
  type Flavor,
  generic,
  type Hex,
  i64,
  i128,
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
import type { I32F32, I64F64, I96F32, U64F64, U96F32 } from './math/fixed-types.ts'

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

/** A ratio as parts of `whole`: more of them do not decode. */
function perThing<P extends number | bigint>(name: string, parts: Codec<P>, whole: P): Codec<P> {
  const { type, write } = newtype(`sp_arithmetic::per_things::${name}`, parts)
  return makeCodec<P>(type, write, (from) => {
    const value = parts.read(from)
    if (value > whole) throw new CodecError(`${value} parts are more than a whole ${name}`)
    return value
  })
}

/** Ratios, as `sp_arithmetic::per_things`: parts of the number in the name. */
export const PercentBits = perThing<number>('Percent', u8, 100)
export const PermillBits = perThing<number>('Permill', u32, 1_000_000)
export const PerbillBits = perThing<number>('Perbill', u32, 1_000_000_000)
export const PerquintillBits = perThing<bigint>('Perquintill', u64, 1_000_000_000_000_000_000n)
/** Parts of 10^18, unbounded above. */
export const FixedU128Bits: Codec<bigint> = newtype('sp_arithmetic::fixed_point::FixedU128', u128)

export const Void = enumeration('sp_core::Void', {})
export type Void = Value<typeof Void>

export const BlakeTwo256 = empty('sp_runtime::traits::BlakeTwo256')
export type BlakeTwo256 = Value<typeof BlakeTwo256>

export const MultiSigner = variant('sp_runtime::MultiSigner', {
  Ed25519: [0, bytesN(32)],
  Sr25519: [1, bytesN(32)],
  Ecdsa: [2, bytesN(33)],
})
export type MultiSigner = Value<typeof MultiSigner>

export const ExtrinsicInclusionMode = enumeration('sp_runtime::ExtrinsicInclusionMode', {
  AllExtrinsics: 0,
  OnlyInherents: 1,
})
export type ExtrinsicInclusionMode = Value<typeof ExtrinsicInclusionMode>

export const OpaqueMetadata = newtype('sp_core::OpaqueMetadata', bytes)
export type OpaqueMetadata = Value<typeof OpaqueMetadata>

export const KeyTypeId = newtype('sp_core::crypto::KeyTypeId', bytesN(4))
export type KeyTypeId = Value<typeof KeyTypeId>

export const OpaqueValue = newtype('sp_runtime::OpaqueValue', bytes)
export type OpaqueValue = Value<typeof OpaqueValue>

export const ZERO_H256: Hex = '0x0000000000000000000000000000000000000000000000000000000000000000'
export const ZERO_H160: Hex = '0x0000000000000000000000000000000000000000'

const B0 = empty('substrate_typenum::bit::B0')
const B1 = empty('substrate_typenum::bit::B1')
const UTerm = empty('substrate_typenum::uint::UTerm')
/** A number as a type, the way Rust's typenum spells it: most significant bit first. */
function typenum(value: number): AnyCodec {
  if (value === 0) return UTerm
  const [msb, lsb] = [typenum(value >> 1), value & 1 ? B1 : B0]
  return struct<{ msb: null; lsb: null }>(
    generic('substrate_typenum::uint::UInt', { U: msb, B: lsb }),
    { msb, lsb },
  )
}
const [frac32, frac64] = [typenum(32), typenum(64)]

/** A fixed-point number as its raw bits; on the wire a struct of one field, `bits`. */
const fixedBits = (name: string, frac: AnyCodec, bits: Codec<bigint>): Codec<bigint> =>
  newtype(generic(`substrate_fixed::${name}`, { Frac: frac }), bits, 'bits')
export const U64F64Bits: Codec<U64F64> = fixedBits('FixedU128', frac64, u128)
export const U96F32Bits: Codec<U96F32> = fixedBits('FixedU128', frac32, u128)
export const I64F64Bits: Codec<I64F64> = fixedBits('FixedI128', frac64, i128)
export const I96F32Bits: Codec<I96F32> = fixedBits('FixedI128', frac32, i128)
export const I32F32Bits: Codec<I32F32> = fixedBits('FixedI64', frac32, i64)
