/** Storage of BaseFee, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BaseFeePerGas = f.value(f.U256, 20_000_000_000n)

export const Elasticity = f.value(f.PermillBits, 125_000)
