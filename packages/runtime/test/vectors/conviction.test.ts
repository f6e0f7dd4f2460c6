import { test } from 'node:test'
import { type GenesisVectors, genesisRows, openChain } from './chain.ts'
import { assertAll } from './checks.ts'
import { type ConvictionVectors, convictionChecks } from './conviction.ts'
import { readVectors } from './files.ts'

test('locks, conviction, takeover and voting power equal the production runtime for a year', () => {
  const genesis = readVectors<GenesisVectors>('runtime-425/genesis.json')
  const vectors = readVectors<ConvictionVectors>('runtime-425/conviction.json')
  const chain = openChain(genesisRows(genesis, 'localnet_single_authority'))
  assertAll(convictionChecks(chain, vectors))
})
