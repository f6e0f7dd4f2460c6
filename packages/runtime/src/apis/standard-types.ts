/** Wire types, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const InherentData = f.struct('sp_inherents::InherentData', {
  data: f.btreeMap(f.bytesN(8), f.bytes),
})
export type InherentData = f.Value<typeof InherentData>

export const CheckInherentsResult = f.struct('sp_inherents::CheckInherentsResult', {
  okay: f.bool,
  fatal_error: f.bool,
  errors: InherentData,
})
export type CheckInherentsResult = f.Value<typeof CheckInherentsResult>
