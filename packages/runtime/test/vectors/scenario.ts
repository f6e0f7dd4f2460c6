/** Runs scenarios: blocks with calls, recorded by the production runtime after each block. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import {
  beginBlock,
  type Chain,
  commit,
  type DiffRow,
  runCall,
  subtensorOnInitialize,
  writeRows,
} from './chain.ts'
import type { Check } from './checks.ts'
import { type BlockRecord, recordOf, stakeRecords, subnetRecord } from './record.ts'
import { assertSameRows, RowLog } from './rows.ts'

/** A call of a block, or rows written directly. */
export type StepVector =
  | {
      readonly set_storage: string
      readonly storage_diff: readonly DiffRow[]
    }
  | {
      readonly set_storage?: undefined
      readonly origin: string
      readonly call_scale: string
      readonly call: string
      readonly result: string
      readonly events: readonly (readonly [text: string, scale: string])[]
      readonly storage_diff?: readonly DiffRow[]
      readonly stakes_after?: BlockRecord['stakes']
      readonly subnets_after?: BlockRecord['subnets']
    }

export interface BlockVector extends BlockRecord {
  readonly block: number
  readonly parent_hash: string
  readonly calls_after_on_initialize: readonly StepVector[]
}

/** What is known of a scenario beside its blocks. */
export interface ScenarioOptions {
  readonly name: string
  /** All rows that each block changed, where they were recorded. */
  readonly blockDiffs?: ReadonlyMap<number, readonly DiffRow[]>
}

/** The call's name and arguments, cut short. */
const title = (call: string) => call.replace(/^RuntimeCall::/, '').slice(0, 90)

function assertRecord(record: BlockRecord, block: BlockVector): void {
  const wanted = block as unknown as Record<string, unknown>
  for (const [field, value] of Object.entries(record))
    assert.deepEqual(value, wanted[field], `block ${block.block} ${field}`)
}

type CallVector = Extract<StepVector, { readonly origin: string }>

/** Stakes and subnets as the call left them. */
function assertAfter(ctx: f.Context, { stakes_after, subnets_after }: CallVector): void {
  if (stakes_after !== undefined) assert.deepEqual(stakeRecords(ctx), stakes_after, 'stakes')
  for (const expected of subnets_after ?? [])
    assert.deepEqual(subnetRecord(ctx, Number(expected.netuid)), expected, 'subnet')
}

function restore({ ctx }: Chain, key: string, value: string | null): void {
  if (value === null) ctx.state.remove(f.hexToKey(key))
  else ctx.state.setRaw(f.hexToKey(key), f.fromHex(value))
}

/** Takes over the rows as they should be, so that what comes next counts for itself. */
function adopt(chain: Chain, log: RowLog, diff: readonly DiffRow[]): void {
  for (const [key, before] of log.changed()) restore(chain, key, before)
  writeRows(chain, diff)
  commit(chain)
}

/** Runs a call and holds its result, events and rows against the recorded ones. */
function checkCall(chain: Chain, step: CallVector, store: () => RowLog): void {
  const { storage_diff } = step
  let log = new RowLog()
  try {
    const outcome = runCall(chain, step.origin, step.call_scale)
    log = store()
    assert.equal(outcome.result, step.result)
    const events = step.events.map(([, scale]) => scale)
    const told = step.events.map(([text]) => text).join('\n')
    assert.deepEqual(outcome.events, events, `events: ${told}`)
    if (storage_diff !== undefined) assertSameRows(log, storage_diff)
    assertAfter(chain.ctx, step)
  } catch (error) {
    chain.ctx.state.discard()
    if (storage_diff !== undefined) adopt(chain, log, storage_diff)
    throw error
  }
}

/** Yields the checks of a block; what comes next builds on what the check before did. */
export function* blockChecks(
  chain: Chain,
  block: BlockVector,
  { name, blockDiffs }: ScenarioOptions,
): Generator<Check> {
  const at = `${name} block ${block.block}`
  const whole = new RowLog()
  const store = () => {
    const log = new RowLog()
    const changes = chain.ctx.state.changes()
    log.add(chain.backend, changes)
    whole.add(chain.backend, changes)
    commit(chain)
    return log
  }
  yield {
    name: `${at} on_initialize`,
    run: () => {
      beginBlock(chain, block.block, block.parent_hash)
      subtensorOnInitialize(chain)
      store()
    },
  }
  for (const step of block.calls_after_on_initialize) {
    if (step.set_storage !== undefined) {
      writeRows(chain, step.storage_diff)
      store()
      continue
    }
    yield { name: `${at} ${title(step.call)}`, run: () => checkCall(chain, step, store) }
  }
  yield {
    name: `${at} record`,
    run: () => {
      const record = recordOf(chain.ctx, block)
      store()
      assertRecord(record, block)
    },
  }
  const diff = blockDiffs?.get(block.block)
  if (diff !== undefined)
    yield {
      name: `${at} rows`,
      run: () => {
        try {
          assertSameRows(whole, diff)
        } finally {
          adopt(chain, whole, diff)
        }
      },
    }
}

/** Yields the checks of all blocks in their order. */
export function* scenarioChecks(
  chain: Chain,
  blocks: readonly BlockVector[],
  options: ScenarioOptions,
): Generator<Check> {
  for (const block of blocks) yield* blockChecks(chain, block, options)
}
