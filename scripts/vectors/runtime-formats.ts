/** Vector files of the production runtime. */

import { callWeightChecks } from '../../packages/runtime/test/vectors/call-weights.ts'
import {
  type Chain,
  commit,
  type GenesisVectors,
  genesisRows,
  openChain,
  writeRows,
} from '../../packages/runtime/test/vectors/chain.ts'
import { commitRevealChecks } from '../../packages/runtime/test/vectors/commit-reveal.ts'
import { convictionChecks } from '../../packages/runtime/test/vectors/conviction.ts'
import { extrinsicChecks } from '../../packages/runtime/test/vectors/extrinsics.ts'
import { fastBuildChecks } from '../../packages/runtime/test/vectors/fast-build.ts'
import { genesisChecks } from '../../packages/runtime/test/vectors/genesis.ts'
import { issuanceChecks } from '../../packages/runtime/test/vectors/issuance.ts'
import { miscChecks } from '../../packages/runtime/test/vectors/misc.ts'
import { runtimeApiChecks } from '../../packages/runtime/test/vectors/runtime-apis.ts'
import { scenarioChecks } from '../../packages/runtime/test/vectors/scenario.ts'
import { swapChecks } from '../../packages/runtime/test/vectors/swap.ts'
import { versionChecks } from '../../packages/runtime/test/vectors/version.ts'
import {
  type Check,
  type Data,
  type Format,
  firstOf,
  hasFields,
  type VectorFile,
} from './format.ts'

const DEFAULT_SET = 'localnet_single_authority'
/** Names the rows to start from: `genesis.json localnet_single_authority, block number 50000`. */
const START = /(?<set>localnet_\w+)(?:.*block number (?<block>\d+))?/

/** A chain at the state that a file starts from. */
function chainOf(file: VectorFile, genesis: unknown): Chain {
  const { set = DEFAULT_SET, block = '0' } = START.exec(String(genesis))?.groups ?? {}
  const sets = file.beside('genesis.json') as GenesisVectors | undefined
  if (!sets?.[set]) throw new Error(`no genesis.json has rows for ${set}`)
  return openChain(genesisRows(sets, set), Number(block))
}

const isChainOfBlocks = ({ data }: VectorFile) =>
  firstOf(data?.blocks)?.calls_after_on_initialize !== undefined

/** Blocks with calls, recorded after each: staking.json and its like. */
const blocks: Format = {
  recognises: (file) => isChainOfBlocks(file) && !hasFields('series')(file),
  sections: ['blocks'],
  checks: (file) =>
    scenarioChecks(chainOf(file, file.data.genesis), file.data.blocks, { name: 'blocks' }),
}

const commitReveal: Format = {
  recognises: hasFields('timelock_vectors', 'timeline_after_on_initialize_and_calls', 'blocks'),
  sections: ['timelock_vectors', 'timeline_after_on_initialize_and_calls', 'blocks'],
  checks: (file) => commitRevealChecks(chainOf(file, file.data.genesis), file.data),
}

const conviction: Format = {
  recognises: (file) => isChainOfBlocks(file) && hasFields('series')(file),
  sections: ['series', 'blocks'],
  checks: (file) => convictionChecks(chainOf(file, file.data.genesis), file.data),
}

function* coinbaseChecks(file: VectorFile): Generator<Check> {
  const diffs = file.beside('coinbase-storage-diffs.json') ?? {}
  for (const [name, scenario] of Object.entries<Data>(file.data.scenarios)) {
    const chain = chainOf(file, scenario.genesis)
    for (const { storage_diff } of scenario.setup ?? []) writeRows(chain, storage_diff)
    commit(chain)
    const rows: Data[] | undefined = diffs[name]
    const blockDiffs = rows && new Map(rows.map((row) => [row.block, row.storage_diff]))
    yield* scenarioChecks(chain, scenario.blocks, { name, ...(blockDiffs && { blockDiffs }) })
  }
}

const isScenarios = ({ data }: VectorFile) =>
  Object.values<Data>(data?.scenarios ?? {}).some(
    (scenario) => firstOf(scenario?.blocks)?.calls_after_on_initialize !== undefined,
  )

const coinbase: Format = {
  recognises: isScenarios,
  sections: ['scenarios'],
  checks: coinbaseChecks,
}

/** Its rows are checked with the blocks of the coinbase.json beside it. */
const coinbaseDiffs: Format = {
  recognises: ({ data }) =>
    Object.values<Data>(data ?? {}).every(
      (list) => Array.isArray(list) && firstOf(list)?.storage_diff !== undefined,
    ),
  sections: [],
  leftOut: { '*': 'checked with coinbase.json' },
  checks: () => [],
}

const extrinsics: Format = {
  recognises: ({ data }) => firstOf(data?.cases)?.payload_unhashed !== undefined,
  sections: ['cases', 'blocks'],
  remarks: ['layout'],
  checks(file) {
    const sets = file.beside('genesis.json') as GenesisVectors
    return extrinsicChecks(genesisRows(sets, DEFAULT_SET), file.data)
  },
}

const MISC = [
  'burn_decay_factor',
  'burn_series',
  'network_lock_cost',
  'exp_decay',
  'roll_forward_lock',
  'weights_helpers',
  'commit_hash',
  'mechanism_storage_index',
  'accounts',
  'auto_claim_block_hash_to_indices',
  'safe_float_scale_encoded_u128_mantissa_i64_exponent',
  'safe_float_from_u64',
  'share_pool_sequences',
  'fixed_math_bits',
  'subnet_emission_shares',
  'moving_price_update',
  'network_to_prune',
  'neuron_to_prune',
  'calculate_dividend_distribution',
  'parent_child_dividends',
  'subnet_symbols_netuid_bytes_utf8_name',
  'rate_limits_default',
]

const misc: Format = {
  recognises: hasFields('burn_series', 'share_pool_sequences', 'fixed_math_bits'),
  sections: MISC,
  leftOut: { pow_seal_hash: 'only builds with a faucet have it' },
  checks: ({ data }) => miscChecks(data),
}

/** A format whose checks need nothing but the file. */
const plain = (
  recognises: Format['recognises'],
  sections: readonly string[],
  checks: (data: Data) => Iterable<Check>,
): Format => ({ recognises, sections, checks: ({ data }) => checks(data) })

export const RUNTIME_FORMATS: readonly Format[] = [
  commitReveal,
  conviction,
  blocks,
  coinbase,
  extrinsics,
  misc,
  plain(hasFields('switching_points', 'cases'), ['cases', 'switching_points'], issuanceChecks),
  {
    recognises: hasFields('adjust_protocol_liquidity', 'init_with_price', 'functions', 'cases'),
    sections: ['cases', 'functions', 'adjust_protocol_liquidity', 'init_with_price'],
    remarks: ['constants'],
    checks: ({ data }) => swapChecks(data),
  },
  plain(
    hasFields('state_rows_name_key_value', 'cases'),
    ['cases', 'state_rows_name_key_value'],
    runtimeApiChecks,
  ),
  plain(({ data }) => firstOf(data?.cases)?.ref_time !== undefined, ['cases'], callWeightChecks),
  plain(
    hasFields('constants', 'storage_defaults', 'genesis_rows'),
    ['constants', 'storage_defaults', 'genesis_rows', 'other'],
    fastBuildChecks,
  ),
  plain(hasFields('specName', 'encodedScale'), ['apis', 'metadataVersionsReturned'], versionChecks),
  {
    recognises: ({ data }) =>
      Object.values<Data>(data ?? {}).some((set) => set?.storage_rows_name_key_value !== undefined),
    sections: ['*'],
    checks: ({ data }) => genesisChecks(data),
  },
  coinbaseDiffs,
]
