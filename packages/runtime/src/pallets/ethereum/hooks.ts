/** Hooks of Ethereum: its blocks are made when the chain's are. */
import * as f from '@taonet/frame'
import { storeBlock } from './block.ts'
import * as storage from './storage.ts'

const ENGINE = f.toHex(f.utf8('fron'))

/** What Ethereum clients learn from the digest: hashes of the block and of its transactions. */
const PostLog = f.variant('fp_consensus::PostLog', {
  Hashes: [1, { block_hash: f.H256, transaction_hashes: f.vec(f.H256) }],
})

/** Upstream's weight of removing one row, and of what `on_finalize` reads and writes. */
const weight = f.addWeight(f.weight(1_624_000n + 566_903n), f.dbReadsWrites(2, 3))

/**
 * differs a block that brings an Ethereum block of its own in the digest is impossible here; upstream
 *         would execute it, and nobody makes such blocks
 */
export function on_initialize(ctx: f.Context): f.Weight {
  const { logs } = f.system.storage.Digest.get(ctx)
  const isForeign = logs.some((item) => item.type === 'PreRuntime' && item.value[0] === ENGINE)
  f.assert(!isForeign, 'Ethereum blocks are made here, not brought along')
  return weight
}

/** Hashes are kept for as many blocks as System keeps its own; that of block 0 stays. */
function forgetOldHash(ctx: f.Context): void {
  const stale = ctx.block - f.system.constants.BlockHashCount.get(ctx) - 1
  if (stale > 0) storage.BlockHash.remove(ctx, BigInt(stale))
}

/** source  polkadot-evm/frontier frame/ethereum/src/lib.rs on_finalize */
export function on_finalize(ctx: f.Context): void {
  const { hash, transactionHashes } = storeBlock(ctx, BigInt(ctx.block))
  const log = PostLog.encode({
    type: 'Hashes',
    value: { block_hash: hash, transaction_hashes: transactionHashes },
  })
  f.system.depositLog(ctx, { type: 'Consensus', value: [ENGINE, log] })
  forgetOldHash(ctx)
}
