/** Storage of EVM, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { CodeMetadata } from './types.ts'

export const AccountCodes = f.map([f.blake2_128_concat(f.H160)], f.bytes, new Uint8Array())

export const AccountCodesMetadata = f.map([f.blake2_128_concat(f.H160)], CodeMetadata, undefined)

export const AccountStorages = f.map(
  [f.blake2_128_concat(f.H160), f.blake2_128_concat(f.H256)],
  f.H256,
  f.ZERO_H256,
)

export const WhitelistedCreators = f.value(f.vec(f.H160), [])

export const DisableWhitelistCheck = f.value(f.bool, false)
