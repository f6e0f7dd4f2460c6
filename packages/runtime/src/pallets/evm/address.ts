/** Ethereum addresses and accounts of the chain. */
import * as f from '@taonet/frame'

const PREFIX = f.utf8('evm:')
const ADDRESS_DIGITS = 2 + 40

/**
 * The account behind an address; nobody has a key for it.
 *
 * shape   blake2_256("evm:" ++ address)
 */
export const mirrorOf = (address: f.H160): f.AccountId =>
  f.toHex(f.blake2_256(f.concatBytes(PREFIX, f.fromHex(address))))

/** The address that an account may use from the chain's side: its first 20 bytes. */
export const truncated = (who: f.AccountId): f.H160 => who.slice(0, ADDRESS_DIGITS)

/**
 * The signer, if `address` is the one it may use.
 *
 * refuses BadOrigin
 */
export function ownerOf(origin: f.Origin, address: f.H160): f.AccountId {
  const who = f.signed(origin)
  f.ensure(truncated(who) === address, f.BadOrigin)
  return who
}
