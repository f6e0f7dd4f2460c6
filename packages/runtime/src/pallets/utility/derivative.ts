/** Accounts that derive from another by a number. */
import * as f from '@taonet/frame'

const TAG = f.utf8('modlpy/utilisuba')

/** shape   blake2_256(tag ++ account ++ index as u16) */
export const derivativeAccountId = (who: f.AccountId, index: number): f.AccountId =>
  f.toHex(f.blake2_256(f.concatBytes(TAG, f.fromHex(who), f.u16.encode(index))))
