import { test } from 'node:test'
import { type EpochVectors, productionChecks } from './production-checks.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of productionChecks(loadVectors<EpochVectors>('epoch.json')))
  test(name, run)
