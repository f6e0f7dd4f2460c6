/** Events of EVM, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Log as LogCodec } from '../ethereum/types.ts'

export const Log = f.event(0, { log: LogCodec })
export const Created = f.event(1, { address: f.H160 })
export const CreatedFailed = f.event(2, { address: f.H160 })
export const Executed = f.event(3, { address: f.H160 })
export const ExecutedFailed = f.event(4, { address: f.H160 })
