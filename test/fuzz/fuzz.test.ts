/** Some thousand cases; `npm run fuzz` sends as many as one likes. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fuzz } from './fuzz.ts'

const SEED = Number(process.env.FUZZ_SEED ?? 425)
const CASES = Number(process.env.FUZZ_CASES ?? 3000)

test(`a node takes ${CASES} mutations from seed ${SEED}`, async (t) => {
  const result = await fuzz({ seed: SEED, cases: CASES })
  t.diagnostic(JSON.stringify(result))
  assert(result.transactions > 0, 'some transactions were right, and are in blocks')
})
