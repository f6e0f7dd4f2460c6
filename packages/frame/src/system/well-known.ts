/** Storage keys outside every pallet, as `sp_storage::well_known_keys` names them. */
import { u32 } from '../codec/index.ts'
import { bytesToKey, utf8 } from '../crypto/bytes.ts'
import type { Context } from '../pallet/context.ts'

const named = (name: string): string => bytesToKey(utf8(name))

export const CODE = named(':code')
export const HEAP_PAGES = named(':heappages')
export const EXTRINSIC_INDEX = named(':extrinsic_index')
export const INTRABLOCK_ENTROPY = named(':intrablock_entropy')

const CHILDREN = named(':child_storage:')

/** Whether a key is where the roots of child tries lie. The host lets nobody write or remove those. */
export const isChildRoot = (key: string): boolean => key.startsWith(CHILDREN)

/**
 * Whether rows by this prefix could be roots of child tries. The host removes nothing by such a one:
 * not by the empty prefix either, nor by `:`.
 */
export const mayHoldChildRoots = (prefix: string): boolean =>
  isChildRoot(prefix) || CHILDREN.startsWith(prefix)

/** Number of the extrinsic that is running; `undefined` after the last one. */
export const extrinsicIndex = (ctx: Context): number | undefined =>
  ctx.state.get(EXTRINSIC_INDEX, u32)

export const setExtrinsicIndex = (ctx: Context, index: number): void =>
  ctx.state.set(EXTRINSIC_INDEX, u32, index)
