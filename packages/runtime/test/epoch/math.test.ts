import { test } from 'node:test'
import { type MathVectors, mathChecks } from './math.ts'
import { loadVectors } from './vectors.ts'

for (const { name, run } of mathChecks(loadVectors<MathVectors>('epoch-math.json'))) test(name, run)
