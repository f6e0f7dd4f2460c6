/** Storage of Multisig, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Multisig } from './types.ts'

export const Multisigs = f.map(
  [f.twox64_concat(f.AccountId), f.blake2_128_concat(f.bytesN(32))],
  Multisig,
  undefined,
)
