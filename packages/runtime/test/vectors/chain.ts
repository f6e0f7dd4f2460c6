/** A chain as the vectors have it: System's part of a block, one pallet's hook, calls dispatched directly. */
import * as f from '@taonet/frame'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { spec425 } from '../../src/runtime.ts'

/** A storage row: name, key, value before, value after; `null` is absent, values are SCALE as hex. */
export type DiffRow = readonly [
  name: string,
  key: string,
  before: string | null,
  after: string | null,
]

/** `genesis.json`. */
export interface GenesisVectors {
  readonly [set: string]: {
    readonly storage_rows_name_key_value: readonly (readonly [string, string, string])[]
  }
}

/** The rows of a genesis set, for a backend. */
export const genesisRows = (vectors: GenesisVectors, set: string): f.Change[] =>
  vectors[set]!.storage_rows_name_key_value.map(([, key, value]) => [
    f.hexToKey(key),
    f.fromHex(value),
  ])

const runtime = spec425()
const FIRST_SLOT = 1000n
const AURA = '0x61757261'
const slotItem = (slot: bigint): f.DigestItem => ({
  type: 'PreRuntime',
  value: [AURA, f.u64.encode(slot)],
})

/** A chain in memory. Rows written since the last `commit` are its changes. */
export interface Chain {
  readonly ctx: f.Context
  readonly backend: f.MemoryBackend
}

/** Opens a chain over rows, at a block number. */
export function openChain(rows: Iterable<f.Change>, block = 0): Chain {
  const backend = new f.MemoryBackend(rows)
  const ctx = new f.Context({ state: new f.State(backend), runtime })
  ctx.block = block
  return { ctx, backend }
}

/** Stores what changed; gives it, by name of nothing but the key. */
export function commit({ ctx, backend }: Chain): f.Change[] {
  const changes = ctx.state.changes()
  backend.apply(changes)
  ctx.state.committed()
  return changes
}

/** System's part of a block's beginning. */
export function beginBlock({ ctx }: Chain, number: number, parentHash: f.H256): void {
  const { storage } = f.system
  ctx.scratch.clear()
  ctx.events = []
  ctx.block = number
  ctx.phase = { type: 'Initialization' }
  const entropy = f.concatBytes(f.utf8('frame_system::initialize'), f.fromHex(parentHash))
  ctx.state.setRaw(f.bytesToKey(f.utf8(':intrablock_entropy')), f.blake2_256(entropy))
  storage.Number.set(ctx, number)
  storage.ParentHash.set(ctx, parentHash)
  storage.BlockHash.set(ctx, number - 1, parentHash)
  storage.Digest.set(ctx, { logs: [slotItem(FIRST_SLOT + BigInt(number))] })
}

/** SubtensorModule's hook; gives its weight. */
export const subtensorOnInitialize = ({ ctx }: Chain): f.Weight =>
  SubtensorModule.hooks.on_initialize(ctx)

/** What a call came to. */
export interface CallOutcome {
  /** `ok`, or the name of its error. */
  readonly result: string
  /** Events it reported, SCALE. */
  readonly events: string[]
}

const originOf = (origin: string): f.Origin => (origin === 'root' ? f.Root : f.Signed(origin))

/** Runs an encoded call. */
export function runCall({ ctx }: Chain, origin: string, scale: string): CallOutcome {
  const call = ctx.runtime.call.decode(f.fromHex(scale))
  const events = ctx.events.length
  ctx.phase = { type: 'ApplyExtrinsic', value: 0 }
  const outcome = f.outcomeOf(() => f.dispatch(ctx, originOf(origin), call))
  return {
    result: outcome.ok ? 'ok' : errorName(outcome.error),
    events: ctx.events.slice(events).map(({ event }) => f.toHex(ctx.runtime.event.encode(event))),
  }
}

/** The name of a refusal, as vectors have it. */
export const errorName = (error: f.DispatchError): string =>
  error instanceof f.PalletError ? error.path.name : error.toWire().type

/** Writes rows as they are after a difference. */
export function writeRows({ ctx }: Chain, rows: readonly DiffRow[]): void {
  for (const [, key, , after] of rows) {
    if (after === null) ctx.state.remove(f.hexToKey(key))
    else ctx.state.setRaw(f.hexToKey(key), f.fromHex(after))
  }
}
