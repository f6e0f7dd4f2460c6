import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type AxonVectors, axonChecks } from '../../test/vectors/axon-cases.ts'

const file = new URL('../../../../vectors/bittensor-10.5.0/sdk-http.json', import.meta.url)
// The request and response texts are strings, so the plain parser loses nothing of them.
const vectors = JSON.parse(readFileSync(file, 'utf8')) as AxonVectors

test('requests are answered as the Python axon answers them', async (suite) => {
  for await (const { name, run } of axonChecks(vectors)) await suite.test(name, run)
})
