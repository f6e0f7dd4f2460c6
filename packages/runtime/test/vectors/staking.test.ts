import { test } from 'node:test'
import { type GenesisVectors, genesisRows, openChain } from './chain.ts'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type BlockVector, scenarioChecks } from './scenario.ts'

test('every staking call equals the production runtime', () => {
  const genesis = readVectors<GenesisVectors>('runtime-425/genesis.json')
  const { blocks } = readVectors<{ blocks: BlockVector[] }>('runtime-425/staking.json')
  const chain = openChain(genesisRows(genesis, 'localnet_single_authority'))
  assertAll(scenarioChecks(chain, blocks, { name: 'staking' }))
})
