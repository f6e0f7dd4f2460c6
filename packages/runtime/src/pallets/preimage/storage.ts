/** Storage of Preimage, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { OldRequestStatus, RequestStatus } from './types.ts'

export const StatusFor = f.deprecated(
  f.map([f.identity(f.H256)], OldRequestStatus, undefined),
  'RequestStatusFor',
)

export const RequestStatusFor = f.map([f.identity(f.H256)], RequestStatus, undefined)

export const PreimageFor = f.map(
  [f.identity(f.tuple(f.H256, f.u32))],
  f.boundedBytes(4194304),
  undefined,
)
