/** Runs `runtime-apis.json`: a whole state, and what the production runtime answers on it. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { spec425 } from '../../src/runtime.ts'
import type { Check } from './checks.ts'

/** One call of a runtime API; arguments and result are SCALE as hex. */
export interface RuntimeApiCase {
  readonly method: string
  readonly args_human: unknown
  readonly args_scale: string
  readonly result_scale: string
}

/** `runtime-apis.json`. */
export interface RuntimeApiVectors {
  readonly block: number
  readonly state_rows_name_key_value: readonly (readonly [
    name: string,
    key: string,
    value: string,
  ])[]
  readonly cases: readonly RuntimeApiCase[]
}

/** A context on the state of the vectors, after their block. */
export function contextOf({ block, state_rows_name_key_value }: RuntimeApiVectors): f.Context {
  const rows = state_rows_name_key_value.map(
    ([, key, value]): f.Change => [f.hexToKey(key), f.fromHex(value)],
  )
  const state = new f.State(new f.MemoryBackend(rows))
  const ctx = new f.Context({ state, runtime: spec425() })
  ctx.block = block
  return ctx
}

function outputOf({ parts }: f.Runtime, method: string): f.AnyCodec | undefined {
  for (const { name, methods } of parts.apis)
    if (method.startsWith(`${name}_`)) return methods[method.slice(name.length + 1)]?.output
  return undefined
}

function assertAnswer(ctx: f.Context, { method, args_scale, result_scale }: RuntimeApiCase): void {
  const answer = f.callApi(ctx, method, f.fromHex(args_scale))
  if (f.toHex(answer) === result_scale) return
  // Fields say more than bytes; bytes decide.
  const output = outputOf(ctx.runtime, method)
  assert.deepEqual(output?.decode(answer), output?.decode(f.fromHex(result_scale)))
  assert.equal(f.toHex(answer), result_scale)
}

/** One check for each call. */
export function* runtimeApiChecks(vectors: RuntimeApiVectors): Generator<Check> {
  const ctx = contextOf(vectors)
  for (const each of vectors.cases) {
    const args = JSON.stringify(each.args_human).slice(0, 100)
    yield { name: `${each.method} ${args}`, run: () => assertAnswer(ctx, each) }
  }
}
