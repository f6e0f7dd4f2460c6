/** A chain that never heard of the rejected input: it is given the blocks only, and comes to the same states. */
import * as f from '@taonet/frame'
import { genesisState, localNetwork, type NetworkChoice } from '@taonet/runtime'

type Ask = (method: string, params: readonly unknown[]) => Promise<unknown>

interface WireHeader {
  readonly parentHash: string
  readonly number: string
  readonly stateRoot: string
  readonly extrinsicsRoot: string
  readonly digest: { readonly logs: readonly string[] }
}
interface WireBlock {
  readonly block: { readonly header: WireHeader; readonly extrinsics: readonly string[] }
}

const headerOf = (wire: WireHeader): f.Header => ({
  parent_hash: wire.parentHash,
  number: Number(wire.number),
  state_root: wire.stateRoot,
  extrinsics_root: wire.extrinsicsRoot,
  digest: { logs: wire.digest.logs.map((item) => f.DigestItem.decode(f.fromHex(item))) },
})

/**
 * Imports all blocks of a node into a fresh chain; a root that differs throws `BlockError`.
 *
 * @returns how many blocks there were, and how many transactions beside inherents
 */
export async function followBlocks(
  ask: Ask,
  network: NetworkChoice,
): Promise<{ blocks: number; transactions: number }> {
  const runtime = localNetwork(network)
  const rows = genesisState(network)
  const backend = new f.MemoryBackend(rows)
  const state = new f.State(backend)
  const trie = f.Trie.empty()
  trie.update(rows)
  const { number } = (await ask('chain_getHeader', [])) as WireHeader
  let transactions = 0
  for (let height = 1; height <= Number(number); height++) {
    const hash = await ask('chain_getBlockHash', [height])
    const { block } = (await ask('chain_getBlock', [hash])) as WireBlock
    const storageRoot = (ctx: f.Context) => trie.update(ctx.state.changesSinceRoot())
    const ctx = new f.Context({ state, runtime, storageRoot })
    const extrinsics = block.extrinsics.map(f.fromHex)
    f.executeBlock(ctx, { header: headerOf(block.header), extrinsics })
    backend.apply(state.changes())
    state.committed()
    transactions += extrinsics.filter(
      (bytes) => f.decodeExtrinsic(runtime, bytes).preamble.type === 'Signed',
    ).length
  }
  return { blocks: Number(number), transactions }
}
