/** Events of Grandpa, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { GrandpaId } from './types.ts'

export const NewAuthorities = f.event(0, { authority_set: f.vec(f.tuple(GrandpaId, f.u64)) })
export const Paused = f.event(1, {})
export const Resumed = f.event(2, {})
