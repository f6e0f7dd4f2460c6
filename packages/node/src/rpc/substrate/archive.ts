// `archive_v1_*`: any block of the chain, for nodes that keep all of them.

import type { Chain, Hash } from '../../chain.ts'
import { bytesOfStrictHex, hexOf } from '../hex.ts'
import { type MethodTable, method, methods, type Sink, subscription } from '../methods.ts'
import { hash, list, optional, text, u64 } from '../params.ts'
import { RpcError } from '../rpc-error.ts'
import { diffItem, startDiff } from './archive-diff.ts'
import { callText, storageText } from './failures.ts'
import { type ItemQuery, itemQuery, itemsOf, readHex } from './storage-items.ts'

const INVALID_PARAMETER = 3001

/**
 * source  polkadot-sdk sc-rpc-spec-v2 archive ArchiveApi
 * refuses everything on a node that prunes: the table is then empty
 */
export function archiveMethods(chain: Chain): MethodTable {
  if (!chain.isArchive) return methods({})
  return methods({
    archive_v1_body: method([hash], (_ctx, at) => chain.body(at)?.map(hexOf) ?? null),
    archive_v1_header: method([hash], (_ctx, at) => {
      const header = chain.header(at)
      return header === undefined ? null : hexOf(header.bytes)
    }),
    archive_v1_genesisHash: method([], () => chain.genesisHash),
    archive_v1_finalizedHeight: method([], () => chain.finalized().number),
    archive_v1_hashByHeight: method([u64], (_ctx, height) => {
      if (height > 0xffff_ffffn) {
        const why = `Invalid block height: ${height}`
        throw new RpcError(INVALID_PARAMETER, `Invalid parameter: ${why}`)
      }
      const block = chain.hashOf(Number(height))
      return block === undefined ? [] : [block]
    }),
    archive_v1_call: method([hash, text, text], (_ctx, at, name, args) =>
      callAt(chain, at, name, args),
    ),
    archive_v1_storage: subscription(
      { unsubscribe: 'archive_v1_stopStorage', notification: 'archive_v1_storageEvent' },
      [hash, list(itemQuery), optional(text)],
      (ctx, sink, at, items, childTrie) => {
        ctx.afterReply(() => void sendItems(chain, sink, at, childTrie === undefined ? items : []))
        return () => {}
      },
    ),
    archive_v1_storageDiff: subscription(
      {
        unsubscribe: 'archive_v1_storageDiff_stopStorageDiff',
        notification: 'archive_v1_storageDiffEvent',
      },
      [hash, list(diffItem), optional(hash)],
      (ctx, sink, at, items, previous) => {
        ctx.afterReply(() => void startDiff(chain, sink, { at, items, previous }))
        return () => {}
      },
    ),
  })
}

async function callAt(chain: Chain, at: Hash, name: string, args: string): Promise<unknown> {
  const input = bytesOfStrictHex(args)
  if (input === null) throw new RpcError(INVALID_PARAMETER, `Invalid parameter: ${args}`)
  try {
    return { success: true, value: hexOf(await chain.call(at, name, input)) }
  } catch (error) {
    return { success: false, error: callText(error) }
  }
}

/** One event per item, then the end; an unreadable key or a missing state ends it early. */
async function sendItems(
  chain: Chain,
  sink: Sink,
  at: Hash,
  queries: readonly ItemQuery[],
): Promise<void> {
  try {
    const state = queries.length === 0 ? undefined : chain.stateAt(at)
    for (const { key: hex, type } of queries) {
      const key = readHex(hex)
      if (key === null) {
        sink.send({ event: 'storageError', error: `Invalid parameter: ${hex}` })
        return
      }
      for await (const items of itemsOf(state!, { key, type })) {
        for (const item of items) {
          if (!(await sink.ready())) return
          sink.send({ event: 'storage', ...item })
        }
      }
    }
    sink.send({ event: 'storageDone' })
  } catch (error) {
    sink.send({ event: 'storageError', error: storageText(error) })
  } finally {
    sink.close()
  }
}
