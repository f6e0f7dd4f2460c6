import { test } from 'node:test'
import { type PruneVectors, pruneChecks } from './prune.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of pruneChecks(loadVectors<PruneVectors>('epoch-prune.json')))
  test(name, run)
