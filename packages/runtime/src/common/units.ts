/** Units of the economy, as flavours of the integers that carry them. */
import * as f from '@taonet/frame'

/** Number of a subnet; 0 is the root network. */
export type NetUid = f.Flavor<number, 'NetUid'>
export const NetUid: f.Codec<NetUid> = f.u16
/** TAO in rao (10⁻⁹ TAO). */
export type Tao = f.Flavor<bigint, 'Tao'>
export const Tao: f.Codec<Tao> = f.u64
/** A subnet's token in rao (10⁻⁹ alpha). */
export type Alpha = f.Flavor<bigint, 'Alpha'>
export const Alpha: f.Codec<Alpha> = f.u64
