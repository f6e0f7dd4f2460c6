import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  commit,
  type DiffRow,
  type GenesisVectors,
  genesisRows,
  openChain,
  writeRows,
} from './chain.ts'
import { assertAll } from './checks.ts'
import { readVectors } from './files.ts'
import { type BlockVector, scenarioChecks } from './scenario.ts'

interface CoinbaseVectors {
  scenarios: {
    localnet_420_blocks: { blocks: BlockVector[] }
    one_subnet_100_blocks: {
      setup: { storage_diff: DiffRow[] }[]
      blocks: BlockVector[]
    }
  }
}
const genesis = readVectors<GenesisVectors>('runtime-425/genesis.json')
const { scenarios } = readVectors<CoinbaseVectors>('runtime-425/coinbase.json')

test('a subnet over 100 blocks', () => {
  const chain = openChain(genesisRows(genesis, 'localnet_single_authority'), 50_000)
  for (const { storage_diff } of scenarios.one_subnet_100_blocks.setup)
    writeRows(chain, storage_diff)
  commit(chain)
  assert.ok(
    assertAll(
      scenarioChecks(chain, scenarios.one_subnet_100_blocks.blocks, { name: 'one subnet' }),
    ),
  )
})

test('a local network over 420 blocks', () => {
  const chain = openChain(genesisRows(genesis, 'localnet_single_authority'))
  const diffs = readVectors<{ localnet_420_blocks: { block: number; storage_diff: DiffRow[] }[] }>(
    'runtime-425/coinbase-storage-diffs.json',
  )
  const blockDiffs = new Map(diffs.localnet_420_blocks.map((b) => [b.block, b.storage_diff]))
  assertAll(
    scenarioChecks(chain, scenarios.localnet_420_blocks.blocks, { name: 'localnet', blockDiffs }),
  )
})
