/** Block numbers as SubtensorModule keeps them: u64. */
import type * as f from '@taonet/frame'

/** Number of the current block. `source` utils/misc.rs get_current_block_as_u64 */
export const currentBlock = (ctx: f.Context): bigint => BigInt(ctx.block)
