/** Storage of AlphaAssets, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const TotalAlphaIssuance = f.map([f.twox64_concat(f.u16)], f.u64, 0n)

export const AlphaBurned = f.map([f.twox64_concat(f.u16)], f.u64, 0n)

export const AlphaRecycled = f.map([f.twox64_concat(f.u16)], f.u64, 0n)
