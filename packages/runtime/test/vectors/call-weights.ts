/** Runs `call-weights.json`: what every call announces, with arguments that are all zeros. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { genesisState } from '../../src/networks/index.ts'
import { spec425 } from '../../src/runtime.ts'
import type { Check } from './checks.ts'

interface CallVector {
  readonly pallet: string
  readonly call: string
  readonly index: readonly [pallet: number, call: number]
  readonly ref_time: string
  readonly proof_size: string
  readonly class: string
  readonly pays: string
}

/** `call-weights.json`. */
export interface CallWeightVectors {
  readonly cases: readonly CallVector[]
}

/** Long enough for the arguments of any call. */
const ZEROS = 100_000

function callOf(runtime: f.Runtime, [pallet, call]: CallVector['index']): f.CallValue {
  const bytes = new Uint8Array(ZEROS)
  bytes[0] = pallet
  bytes[1] = call
  return runtime.call.read(new f.Reader(bytes))
}

function announced(ctx: f.Context, vector: CallVector): CallVector {
  const { pallet, name } = callOf(ctx.runtime, vector.index)
  const info = f.dispatchInfo(ctx, callOf(ctx.runtime, vector.index))
  const { ref_time, proof_size } = info.call_weight
  return {
    pallet,
    call: name,
    index: vector.index,
    ref_time: `${ref_time}`,
    proof_size: `${proof_size}`,
    class: info.class,
    pays: info.pays_fee,
  }
}

export function* callWeightChecks({ cases }: CallWeightVectors): Generator<Check> {
  const rows = genesisState({ chain: 'dev' })
  const { ctx } = new f.TestChain({ runtime: spec425(), rows, checkState: false })
  for (const vector of cases)
    yield {
      name: `${vector.pallet}.${vector.call}`,
      run: () => assert.deepEqual({ ...vector, ...announced(ctx, vector) }, vector),
    }
}
