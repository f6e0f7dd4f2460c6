import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { bodyHashChecks } from '../../test/vectors/body-hash.ts'

const file = new URL('../../../../vectors/bittensor-10.5.0/sdk-bodyhash.json', import.meta.url)

for (const { name, run } of bodyHashChecks(readFileSync(file, 'utf8')))
  test(`as in Python: ${name}`, run)
