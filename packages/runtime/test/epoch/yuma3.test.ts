import { test } from 'node:test'
import { loadVectors } from './vectors.ts'
import { type Yuma3Vectors, yuma3Checks } from './yuma3.ts'

for (const { name, run } of yuma3Checks(loadVectors<Yuma3Vectors>('epoch-yuma3.json')))
  test(name, run)
