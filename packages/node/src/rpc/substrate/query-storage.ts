// `state_queryStorage`: what some keys held over a range of blocks, told as changes.

import type { Chain, Hash, StorageKey } from '../../chain.ts'
import { hexOf, hexOfKey } from '../hex.ts'
import type { CallContext } from '../methods.ts'
import { RpcError } from '../rpc-error.ts'
import { STATE_CODE, stateFailure, storageText } from './failures.ts'
import { BoundedList } from './state-reads.ts'

export interface StorageQuery {
  readonly keys: readonly StorageKey[]
  readonly from: Hash
  readonly to: Hash
}

interface ChangeSet {
  readonly block: Hash
  readonly changes: [key: string, value: string | null][]
}

/** Blocks after which a long range gives way to other work. */
const BLOCKS_PER_TURN = 32

/**
 * All keys as they were in the first block, then per block those that changed.
 *
 * shape   blocks without a change are left out; a key given twice counts once
 * refuses 4001 when the range is no range, 4003 when a state is gone, -32008 when the answer is too long
 * cost    O(keys) + O(changes of the range)
 */
export async function queryStorage(
  chain: Chain,
  ctx: CallContext,
  query: StorageQuery,
): Promise<ChangeSet[]> {
  const hashes = rangeOf(chain, query)
  const keys = [...new Set(query.keys)]
  const last = new Map<StorageKey, string | null>()
  const found = new BoundedList<ChangeSet>(ctx)
  try {
    for (const [i, block] of hashes.entries()) {
      if (i % BLOCKS_PER_TURN === BLOCKS_PER_TURN - 1) await nextTurn()
      const changes = i === 0 ? readAll(chain, block, keys) : readChanged(chain, block, last)
      for (const [key, value] of changes) last.set(key, value)
      if (changes.length > 0) found.add(changeSet(block, changes), sizeOf(changes))
    }
  } catch (error) {
    throw stateFailure(error, storageText)
  }
  return found.items
}

type Change = [key: StorageKey, value: string | null]

function readAll(chain: Chain, block: Hash, keys: readonly StorageKey[]): Change[] {
  const state = chain.stateAt(block)
  return keys.map((key) => [key, hexOrNull(state.get(key))])
}

/** Keys of the query that this block wrote and that hold something else now, in the query's order. */
function readChanged(chain: Chain, block: Hash, last: Map<StorageKey, string | null>): Change[] {
  const written = new Map(chain.changesOf(block))
  const changes: Change[] = []
  for (const [key, before] of last) {
    if (!written.has(key)) continue
    const value = hexOrNull(written.get(key))
    if (value !== before) changes.push([key, value])
  }
  return changes
}

function changeSet(block: Hash, changes: readonly Change[]): ChangeSet {
  return { block, changes: changes.map(([key, value]) => [hexOfKey(key), value]) }
}

function sizeOf(changes: readonly Change[]): number {
  return changes.reduce((sum, [key, value]) => sum + 2 * key.length + (value?.length ?? 4) + 10, 80)
}

/** Hashes from the first block to the last, both included. */
function rangeOf(chain: Chain, { from, to }: StorageQuery): Hash[] {
  const first = chain.header(from)?.decoded.number
  const last = chain.header(to)?.decoded.number
  const refuse = (details: string, isNumbered: boolean) => {
    const name = (hash: Hash, number?: number) => (isNumbered ? `${number} (${hash})` : `${hash}`)
    const end = isNumbered ? name(to, last) : `Some(${to})`
    const text = `Cannot resolve a block range ['"${name(from, first)}"' ... '"${end}"]. ${details}`
    return new RpcError(STATE_CODE + 1, text)
  }
  if (first === undefined || last === undefined) {
    const missing = first === undefined ? from : to
    throw refuse(`UnknownBlock: Header was not found in the database: ${missing}`, false)
  }
  if (first > last) throw refuse('from number > to number', true)
  const hashes: Hash[] = []
  for (let number = first; number <= last; number++) hashes.push(chain.hashOf(number)!)
  if (hashes[0] !== from || hashes.at(-1) !== to) {
    throw refuse('from and to are on different forks', true)
  }
  return hashes
}

function hexOrNull(value: Uint8Array | undefined): string | null {
  return value === undefined ? null : hexOf(value)
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
