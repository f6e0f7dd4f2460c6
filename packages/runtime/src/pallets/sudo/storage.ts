/** Storage of Sudo, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Key = f.value(f.AccountId, undefined)
