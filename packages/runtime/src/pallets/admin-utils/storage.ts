/** Storage of AdminUtils, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { PrecompileEnum } from './types.ts'

export const PrecompileEnable = f.map([f.blake2_128_concat(PrecompileEnum)], f.bool, true)
