/** A chain as the vectors have it: System's part of a block, one pallet's hook, calls dispatched directly. */
import * as f from '@taonet/frame'
import { SubtensorModule } from '../../src/pallets/subtensor/index.ts'
import { testRuntime } from './test-runtime.ts'

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

const FIRST_SLOT = 1000n
const AURA = '0x61757261'
const slotItem = (slot: bigint): f.DigestItem => ({
  type: 'PreRuntime',
  value: [AURA, f.u64.encode(slot)],
})

/** A context over rows, at a block number. */
export function openChain(rows: Iterable<f.Change>, block = 0): f.Context {
  const state = new f.State(new f.MemoryBackend(rows))
  const ctx = new f.Context({ state, runtime: testRuntime })
  ctx.block = block
  return ctx
}

/** System's part of a block's beginning: what `System::initialize` writes. */
export function beginBlock(ctx: f.Context, number: number, parentHash: f.H256): void {
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

/** SubtensorModule's hook; its weight. */
export const subtensorOnInitialize = (ctx: f.Context): f.Weight =>
  SubtensorModule.hooks.on_initialize(ctx)

/** What a call came to: `ok`, or the name of its error. */
export interface CallOutcome {
  readonly result: string
  readonly events: string[]
  readonly diff: DiffRow[]
}

const originOf = (origin: string): f.Origin => (origin === 'root' ? f.Root : f.Signed(origin))

/** Runs an encoded call on top of what is committed. */
export function runCall(ctx: f.Context, origin: string, scale: string): CallOutcome {
  const call = ctx.runtime.call.decode(f.fromHex(scale))
  const events = ctx.events.length
  ctx.phase = { type: 'ApplyExtrinsic', value: 0 }
  const outcome = f.outcomeOf(() => f.dispatch(ctx, originOf(origin), call))
  return {
    result: outcome.ok ? 'ok' : errorName(outcome.error),
    events: ctx.events.slice(events).map(({ event }) => f.toHex(ctx.runtime.event.encode(event))),
    diff: [],
  }
}

export const errorName = (error: f.DispatchError): string =>
  error instanceof f.PalletError ? error.path.name : error.toWire().type

/** Rows that differ from those last committed, without names. */
export const changedRows = (ctx: f.Context): (readonly [key: string, value: string | null])[] =>
  ctx.state
    .changes()
    .map(([key, value]) => [f.keyToHex(key), value === undefined ? null : f.toHex(value)])

/** Writes rows directly. */
export function writeRows(ctx: f.Context, rows: readonly DiffRow[]): void {
  for (const [, key, , after] of rows) {
    if (after === null) ctx.state.remove(f.hexToKey(key))
    else ctx.state.setRaw(f.hexToKey(key), f.fromHex(after))
  }
}
