/** Storage keys outside every pallet, as `sp_storage::well_known_keys` names them. */
import { u32 } from '../codec/index.ts'
import { bytesToKey, utf8 } from '../crypto/bytes.ts'
import type { Context } from '../pallet/context.ts'

const named = (name: string): string => bytesToKey(utf8(name))

export const CODE = named(':code')
export const HEAP_PAGES = named(':heappages')
export const EXTRINSIC_INDEX = named(':extrinsic_index')
export const INTRABLOCK_ENTROPY = named(':intrablock_entropy')

/** Number of the extrinsic that is running; `undefined` after the last one. */
export const extrinsicIndex = (ctx: Context): number | undefined =>
  ctx.state.get(EXTRINSIC_INDEX, u32)

export const setExtrinsicIndex = (ctx: Context, index: number): void =>
  ctx.state.set(EXTRINSIC_INDEX, u32, index)
