/** The Ethereum side of the first state. */
import * as f from '@taonet/frame'
import { storeBlock } from './block.ts'

const SCHEMA_KEY = f.bytesToKey(f.utf8(':ethereum_schema'))
/** Version 3 of how blocks and receipts are kept. */
const SCHEMA = 3

/**
 * Puts an empty block 0, whose state root is that of the rows before it.
 *
 * source  polkadot-evm/frontier frame/ethereum/src/lib.rs GenesisConfig::build
 */
export function genesis(ctx: f.Context): void {
  storeBlock(ctx, 0n)
  ctx.state.set(SCHEMA_KEY, f.u8, SCHEMA)
}
