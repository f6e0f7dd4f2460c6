/** Events of BaseFee, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const NewBaseFeePerGas = f.event(0, { fee: f.U256 })
export const BaseFeeOverflow = f.event(1, {})
export const NewElasticity = f.event(2, { elasticity: f.PermillBits })
