/** What every call announces, with arguments that are all zeros, against the production runtime. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState } from '../src/networks/index.ts'
import { spec425 } from '../src/runtime.ts'
import { readVector } from './chain/vectors.ts'

interface Case {
  readonly pallet: string
  readonly call: string
  readonly index: readonly [number, number]
  readonly ref_time: string
  readonly proof_size: string
  readonly class: string
  readonly pays: string
}

const { cases } = readVector<{ cases: readonly Case[] }>('call-weights.json')
const runtime = spec425()
const { ctx } = new f.TestChain({ runtime, rows: genesisState({ chain: 'dev' }) })
/** Long enough for the arguments of any call. */
const ZEROS = 100_000

function callOf([pallet, call]: Case['index']): f.CallValue {
  const bytes = new Uint8Array(ZEROS)
  bytes[0] = pallet
  bytes[1] = call
  return runtime.call.read(new f.Reader(bytes))
}

const isDeclared = ({ pallet, call }: Case): boolean =>
  runtime.findPallet(pallet)?.calls?.[call] !== undefined
const pallets = [...new Set(cases.map((item) => item.pallet))]

for (const pallet of pallets) {
  const own = cases.filter((item) => item.pallet === pallet)
  test(`calls of ${pallet}`, () => {
    const declared = own.filter(isDeclared)
    const announced = declared.map(({ call, index }) => {
      const value = callOf(index)
      const info = f.dispatchInfo(ctx, value)
      const { ref_time, proof_size } = info.call_weight
      return [call, value.name, ref_time, proof_size, info.class, info.pays_fee]
    })
    const expected = declared.map((item) => [
      ...[item.call, item.call, BigInt(item.ref_time), BigInt(item.proof_size)],
      ...[item.class, item.pays],
    ])
    assert.deepEqual(announced, expected)
  })
  const missing = own.filter((item) => !isDeclared(item)).map(({ call }) => call)
  if (missing.length > 0) test(`${pallet}: ${missing.join(', ')}`, { todo: 'not there yet' })
}
