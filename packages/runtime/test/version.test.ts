import { test } from 'node:test'
import { readVector } from './chain/vectors.ts'
import { type VersionVectors, versionChecks } from './vectors/version.ts'

for (const { name, run } of versionChecks(readVector<VersionVectors>('version.json')))
  test(name, run)
