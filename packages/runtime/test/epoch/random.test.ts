import { test } from 'node:test'
import { type RandomVectors, randomChecks } from './random.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of randomChecks(loadVectors<RandomVectors>('epoch-random.json')))
  test(name, run)
