// `archive_v1_storageDiff`: what differs between the states of two blocks.

import type { Chain, Hash, StateReader, StorageKey } from '../../chain.ts'
import type { Sink } from '../methods.ts'
import { optional, type Param, text, word } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { storageText } from './failures.ts'
import { itemOf, readHex } from './storage-items.ts'

const returnType = word('value', 'hash')

export interface DiffItem {
  readonly key: string
  readonly returnType: 'value' | 'hash'
  readonly childTrieKey: string | undefined
}

/** `{"key": hex, "returnType": "value" | "hash", "childTrieKey"?: hex}` */
export const diffItem: Param<DiffItem> = {
  decode(value) {
    if (typeof value !== 'object' || value === null) throw invalidParams('expected a diff query')
    const given = value as Record<string, unknown>
    return {
      key: text.decode(given.key),
      returnType: returnType.decode(given.returnType),
      childTrieKey: optional(text).decode(given.childTrieKey),
    }
  },
}

export interface DiffQuery {
  readonly at: Hash
  readonly items: readonly DiffItem[]
  /** The parent when missing. */
  readonly previous: Hash | undefined
}

interface Filter {
  readonly prefix: StorageKey
  readonly what: 'value' | 'hash'
}

const KEYS_PER_TURN = 1_000

/** Sends one event per differing key (two where value and hash are asked for), then the end. */
export async function startDiff(chain: Chain, sink: Sink, query: DiffQuery): Promise<void> {
  try {
    await sendDiff(chain, sink, query)
  } catch (error) {
    fail(sink, storageText(error))
  } finally {
    sink.close()
  }
}

async function sendDiff(chain: Chain, sink: Sink, query: DiffQuery): Promise<void> {
  const { at, items } = query
  const previous = query.previous ?? chain.header(at)?.decoded.parentHash
  if (previous === undefined) return fail(sink, `Block header is not present: ${at}`)
  const filters: Filter[] = []
  for (const { key, returnType: what, childTrieKey } of items) {
    const prefix = readHex(key)
    if (prefix === null) return fail(sink, `Invalid parameter: ${key}`)
    // child tries are empty: nothing differs in them
    if (childTrieKey === undefined) filters.push({ prefix, what })
  }
  const asksForAll = items.length === 0
  const now = chain.stateAt(at)
  const before = chain.stateAt(previous)
  let seen = 0
  for (const key of changedKeys(chain, at, previous)) {
    if (++seen % KEYS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve))
    const wanted = asksForAll ? (['value'] as const) : whatIsAsked(key, filters)
    if (wanted.length === 0) continue
    if (!(await sink.ready())) return
    for (const event of eventsOf(key, wanted, now, before)) sink.send(event)
  }
  sink.send({ event: 'storageDiffDone' })
}

/** Keys that some block between the two wrote, ascending: all others are equal. */
function changedKeys(chain: Chain, at: Hash, previous: Hash): StorageKey[] {
  const numbers = [at, previous].map((block) => chain.header(block)?.decoded.number ?? 0)
  const keys = new Set<StorageKey>()
  for (let number = Math.min(...numbers) + 1; number <= Math.max(...numbers); number++) {
    for (const [key] of chain.changesOf(chain.hashOf(number)!)) keys.add(key)
  }
  return [...keys].sort()
}

function whatIsAsked(key: StorageKey, filters: readonly Filter[]): readonly ('value' | 'hash')[] {
  const asked = filters.filter(({ prefix }) => key.startsWith(prefix))
  return (['value', 'hash'] as const).filter((what) => asked.some((each) => each.what === what))
}

function eventsOf(
  key: StorageKey,
  wanted: readonly ('value' | 'hash')[],
  now: StateReader,
  before: StateReader,
): unknown[] {
  const [current, old] = [now.get(key), before.get(key)]
  const shown = current ?? old
  if (shown === undefined) return []
  if (current !== undefined && old !== undefined && Buffer.compare(current, old) === 0) return []
  const type = old === undefined ? 'added' : current === undefined ? 'deleted' : 'modified'
  return wanted.map((what) => ({ event: 'storageDiff', ...itemOf(key, shown, what), type }))
}

function fail(sink: Sink, error: string): void {
  sink.send({ event: 'storageDiffError', error })
}
