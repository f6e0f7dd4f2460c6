/** Storage of TransactionPayment, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Releases } from './types.ts'

export const NextFeeMultiplier = f.value(f.FixedU128Bits, 1_000_000_000_000_000_000n)

export const StorageVersion = f.value(Releases, 'V1Ancient')
