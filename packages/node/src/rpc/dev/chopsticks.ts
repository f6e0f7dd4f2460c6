// `dev_*`: blocks, state, time and head at will, under the names that chopsticks gave them.

import type { BuildMode, Chain, DevPowers, Hash, StorageChange } from '../../chain.ts'
import { bytesOfHex, hexOf, hexOfKey } from '../hex.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { anything, bytes, hash, list, optional, type Param, storageKey } from '../params.ts'
import { invalidParams } from '../rpc-error.ts'
import { atOrBest } from '../substrate/blocks.ts'
import { readingState } from '../substrate/failures.ts'
import { blockToRun, type RunBlock } from './block-to-run.ts'
import { devFailure, refuse } from './failures.ts'
import { type StorageEdit, setStorage, storageEdit } from './set-storage.ts'

const DEV_MODES: readonly BuildMode[] = ['Batch', 'Instant', 'Manual']
const MAX_BLOCKS = 100_000

/** source AcalaNetwork/chopsticks packages/core/src/rpc/dev */
export function chopsticksMethods(chain: Chain, dev: DevPowers): MethodTable {
  return methods({
    dev_newBlock: method([optional(newBlocks)], (_ctx, options) =>
      devFailure(() => buildBlocks(chain, dev, options ?? {})),
    ),
    dev_setStorage: method([storageEdit, optional(hash)], (_ctx, edit, at) =>
      devFailure(() => editHead(chain, dev, edit, at)),
    ),
    dev_timeTravel: method([anything], (_ctx, when) =>
      devFailure(() => {
        const timestampMs = timeOf(when)
        dev.timeTravel(timestampMs)
        return timestampMs
      }),
    ),
    dev_setHead: method([anything], (_ctx, target) =>
      devFailure(async () => {
        const block = headTarget(chain, target)
        await dev.setHead(block)
        return block
      }),
    ),
    dev_setBlockBuildMode: method([anything], (_ctx, mode) => {
      const known = DEV_MODES.find((each, i) => each === mode || i === mode)
      if (known === undefined) throw invalidParams('expected Batch, Instant or Manual')
      dev.setBuildMode(known)
      return null
    }),
    dev_getReadProof: method([list(storageKey), optional(hash)], (_ctx, keys, at) => {
      const block = atOrBest(chain, at)
      return readingState(() => ({ at: block, proof: chain.readProof(block, keys).map(hexOf) }))
    }),
    dev_setRuntimeLogLevel: method([anything], (_ctx, level) => {
      const names = ['off', 'error', 'warn', 'info', 'debug', 'trace']
      const name = typeof level === 'number' ? names[level] : undefined
      if (name === undefined) throw invalidParams('expected a level from 0 to 5')
      if (chain.logs === undefined) throw refuse('this node has no log filter')
      chain.logs.addFilter(`runtime=${name}`)
      return null
    }),
    dev_dryRun: method([dryRunRequest], (_ctx, { extrinsic, at }) =>
      devFailure(async () => {
        const { outcome, changes } = await dev.dryRun(extrinsic, atOrBest(chain, at))
        return { outcome: hexOf(outcome), storageDiff: diffJson(changes) }
      }),
    ),
    dev_runBlock: method([blockToRun], (_ctx, request) =>
      devFailure(() => runBlock(chain, dev, request)),
    ),
  })
}

interface NewBlocks {
  readonly count?: number
  readonly to?: number
  readonly transactions?: readonly Uint8Array[]
}

const FOREIGN = ['hrmp', 'ump', 'dmp', 'unsafeBlockHeight', 'relayChainStateOverrides'] as const

/** `{count?, to?, transactions?}`; what only parachains have is refused by name. */
const newBlocks: Param<NewBlocks> = {
  decode(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw invalidParams('expected an object')
    }
    const given = value as Record<string, unknown>
    for (const name of FOREIGN) {
      const isEmpty = given[name] === undefined || JSON.stringify(given[name]) === '{}'
      const isEmptyList = Array.isArray(given[name]) && given[name].length === 0
      if (!isEmpty && !isEmptyList) throw refuse(`${name} has no meaning on this chain`)
    }
    const number = (name: string): number | undefined => {
      const given_ = given[name] ?? undefined
      if (given_ === undefined) return undefined
      if (typeof given_ === 'number' && Number.isInteger(given_) && given_ >= 0) return given_
      throw invalidParams(`expected ${name} as a whole number`)
    }
    const transactions = optional(list(bytes)).decode(given.transactions)
    const [count, to] = [number('count'), number('to')]
    return {
      ...(count !== undefined && { count }),
      ...(to !== undefined && { to }),
      ...(transactions !== undefined && { transactions }),
    }
  },
}

/** Builds at least one block; given transactions go into the first. Returns the last one's hash. */
async function buildBlocks(chain: Chain, dev: DevPowers, options: NewBlocks): Promise<Hash> {
  const { count, to, transactions } = options
  const wanted = Math.max(to === undefined ? (count ?? 1) : to - chain.best().number, 1)
  if (wanted > MAX_BLOCKS) throw refuse(`expected at most ${MAX_BLOCKS} blocks, got ${wanted}`)
  let last = chain.best().hash
  for (let i = 0; i < wanted; i++) {
    const given = i === 0 && transactions !== undefined ? { transactions } : {}
    last = (await dev.createBlock({ createEmpty: true, ...given })).hash
  }
  return last
}

async function editHead(
  chain: Chain,
  dev: DevPowers,
  edit: StorageEdit,
  at: Hash | undefined,
): Promise<Hash> {
  const head = chain.best().hash
  if (at !== undefined && at !== head) throw refuse(`only the head ${head} can be edited`)
  await setStorage(dev, edit)
  return chain.best().hash
}

/** Milliseconds, or anything that names a date. */
function timeOf(when: unknown): number {
  const timestampMs =
    typeof when === 'number' ? when : typeof when === 'string' ? Date.parse(when) : Number.NaN
  if (Number.isSafeInteger(timestampMs) && timestampMs >= 0) return timestampMs
  throw invalidParams('expected milliseconds since 1970 or a date')
}

/** A hash, a number, or a number ≤ 0 counted back from the head. */
function headTarget(chain: Chain, target: unknown): Hash {
  if (typeof target === 'string') return hash.decode(target)
  if (typeof target !== 'number' || !Number.isInteger(target)) {
    throw invalidParams('expected a block hash or number')
  }
  const number = target > 0 ? target : chain.best().number + target
  const block = chain.hashOf(number)
  if (block === undefined) throw refuse(`there is no block ${number}`)
  return block
}

interface DryRunRequest {
  readonly extrinsic: Uint8Array
  readonly at: Hash | undefined
}

/** `{extrinsic: hex, at?}` */
const dryRunRequest: Param<DryRunRequest> = {
  decode(value) {
    const given = (typeof value === 'object' && value !== null ? value : {}) as {
      extrinsic?: unknown
      at?: unknown
    }
    const extrinsic = typeof given.extrinsic === 'string' ? bytesOfHex(given.extrinsic) : null
    if (extrinsic === null) throw refuse('expected {extrinsic: hex}; calls by address need signing')
    return { extrinsic, at: optional(hash).decode(given.at) }
  },
}

function diffJson(changes: readonly StorageChange[]): [string, string | null][] {
  return changes.map(([key, value]) => [hexOfKey(key), value === undefined ? null : hexOf(value)])
}

async function runBlock(chain: Chain, dev: DevPowers, request: RunBlock): Promise<unknown> {
  const parent = request.parent ?? chain.header(chain.best().hash)!.decoded.parentHash
  const phases = await dev.runBlock(parent, request.header, request.extrinsics)
  return {
    phases: phases.map(({ phase, changes }) => ({
      phase,
      storageDiff: diffJson(changes).map(([key, value]) => ({ raw: { key, value } })),
    })),
  }
}
