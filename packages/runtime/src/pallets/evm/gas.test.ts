import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { spec425 } from '../../runtime.ts'
import { gasToWeight } from './gas.ts'

const ctx = new f.Context({ state: new f.State(new f.MemoryBackend()), runtime: spec425() })
const BLOCK_GAS = 75_000_000n

test('a gas is its part of what normal calls may use of a block, time and proofs', () => {
  const { normal } = f.system.constants.BlockWeights.get(ctx).per_class
  const { ref_time, proof_size } = normal.max_total as f.Weight
  assert.deepEqual(gasToWeight(ctx, BLOCK_GAS), {
    ref_time: ref_time - normal.base_extrinsic.ref_time,
    proof_size: proof_size - (proof_size % BLOCK_GAS),
  })
  assert.deepEqual(gasToWeight(ctx, 1n), f.weight(0n, proof_size / BLOCK_GAS))
})
