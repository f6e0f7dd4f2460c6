import { test } from 'node:test'
import { readVector } from './chain/vectors.ts'
import { type CallWeightVectors, callWeightChecks } from './vectors/call-weights.ts'

for (const { name, run } of callWeightChecks(readVector<CallWeightVectors>('call-weights.json')))
  test(name, run)
