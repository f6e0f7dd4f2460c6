/** Accounts of pallets: nobody has a key for them. */
import * as f from '@taonet/frame'

const ACCOUNT_BYTES = 32
const MODULE = f.utf8('modl')

/**
 * shape   "modl" ++ id of 8 bytes ++ SCALE of a sub-id, filled with zeros
 * source  polkadot-sdk substrate/primitives/runtime/src/traits/mod.rs AccountIdConversion
 */
export function palletAccount(
  palletId: f.PalletId,
  subId: Uint8Array = new Uint8Array(),
): f.AccountId {
  const bytes = new Uint8Array(ACCOUNT_BYTES)
  bytes.set(f.concatBytes(MODULE, f.fromHex(palletId), subId))
  return f.toHex(bytes)
}
