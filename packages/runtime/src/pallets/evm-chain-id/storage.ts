/** Storage of EVMChainId, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const ChainId = f.value(f.u64, 0n)
