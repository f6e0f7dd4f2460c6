/** The runtime as a type parameter, which metadata names. */
import * as f from '@taonet/frame'

export const Runtime = f.empty('node_subtensor_runtime::Runtime')
