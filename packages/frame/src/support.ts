/** Wire types of FRAME's support library that pallets share. */
import {
  boundedBytes,
  bytesN,
  type Codec,
  enumeration,
  generic,
  newtype,
  struct,
  u32,
  u64,
  type Value,
  variant,
} from './codec/index.ts'
import { RuntimeCall } from './pallet/outer.ts'
import { BlakeTwo256, H256 } from './types.ts'

export const BalanceStatus = enumeration('frame_support::traits::tokens::misc::BalanceStatus', {
  Free: 0,
  Reserved: 1,
})
export type BalanceStatus = Value<typeof BalanceStatus>

export const PalletId = newtype('frame_support::PalletId', bytesN(8))
export type PalletId = Value<typeof PalletId>

export const HoldConsideration = newtype(
  generic('frame_support::traits::tokens::fungible::HoldConsideration', {
    A: undefined,
    F: undefined,
    R: undefined,
    D: undefined,
    Fp: undefined,
  }),
  u64,
)
export type HoldConsideration = Value<typeof HoldConsideration>

export const Bounded = variant(
  generic('frame_support::traits::preimages::Bounded', { T: RuntimeCall, H: BlakeTwo256 }),
  {
    Legacy: [0, { hash: H256 }],
    Inline: [1, boundedBytes(128)],
    Lookup: [2, { hash: H256, len: u32 }],
  },
)
export type Bounded = Value<typeof Bounded>

/** One value for each class of dispatch. */
export interface PerClass<T> {
  readonly normal: T
  readonly operational: T
  readonly mandatory: T
}
export const PerDispatchClass = <T>(each: Codec<T>): Codec<PerClass<T>> =>
  struct<PerClass<T>>(generic('frame_support::dispatch::PerDispatchClass', { T: each }), {
    normal: each,
    operational: each,
    mandatory: each,
  })

/** An amount under a reason. */
export interface Identified<I, A> {
  readonly id: I
  readonly amount: A
}
export const IdAmount = <I, A>(id: Codec<I>, amount: Codec<A>): Codec<Identified<I, A>> =>
  struct<Identified<I, A>>(
    generic('frame_support::traits::tokens::misc::IdAmount', { Id: id, Balance: amount }),
    { id, amount },
  )
