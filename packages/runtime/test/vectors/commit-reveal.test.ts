import { test } from 'node:test'
import { type GenesisVectors, genesisRows, openChain } from './chain.ts'
import { assertAll } from './checks.ts'
import { type CommitRevealVectors, commitRevealChecks } from './commit-reveal.ts'
import { readVectors } from './files.ts'

test('weights by commit and reveal equal the production runtime', () => {
  const genesis = readVectors<GenesisVectors>('runtime-425/genesis.json')
  const vectors = readVectors<CommitRevealVectors>('runtime-425/commit-reveal.json')
  const chain = openChain(genesisRows(genesis, 'localnet_single_authority'))
  assertAll(commitRevealChecks(chain, vectors))
})
