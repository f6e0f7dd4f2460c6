import { test } from 'node:test'
import { loadVectors } from './vectors.ts'
import { type Yuma2Vectors, yuma2Checks } from './yuma2.ts'

for (const { name, run } of yuma2Checks(loadVectors<Yuma2Vectors>('epoch-yuma2.json')))
  test(name, run)
