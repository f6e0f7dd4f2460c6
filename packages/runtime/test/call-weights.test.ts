import { test } from 'node:test'
import { spec425 } from '../src/runtime.ts'
import { readVector } from './chain/vectors.ts'
import { type CallWeightVectors, callWeightChecks } from './vectors/call-weights.ts'

const runtime = spec425()
const hasCalls = (pallet: string) => runtime.findPallet(pallet)?.calls !== undefined

for (const { name, run } of callWeightChecks(readVector<CallWeightVectors>('call-weights.json')))
  test(name, { todo: !hasCalls(name.split('.')[0]!) && 'has no calls yet' }, run)
