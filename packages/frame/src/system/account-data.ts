/** Balances as `frame_system` keeps them in an account. */
import { type Codec, generic, newtype, struct, u64, u128, type Value } from '../codec/index.ts'

/** The highest bit says that the account follows the new rules; the rest is unused. */
export const ExtraFlags: Codec<bigint> = newtype('pallet_balances::types::ExtraFlags', u128)
export const NEW_LOGIC = 1n << 127n

/** All in rao. */
export const AccountData = struct<{
  free: bigint
  reserved: bigint
  frozen: bigint
  flags: bigint
}>(generic('pallet_balances::types::AccountData', { Balance: u64 }), {
  free: u64,
  reserved: u64,
  frozen: u64,
  flags: ExtraFlags,
})
export type AccountData = Value<typeof AccountData>
