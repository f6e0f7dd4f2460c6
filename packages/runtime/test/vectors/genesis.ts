/** Runs `genesis.json`: first states by their configuration, row by row. */
import assert from 'node:assert/strict'
import * as f from '@taonet/frame'
import { parseGenesisConfig } from '../../src/apis/genesis-config.ts'
import { buildGenesis } from '../../src/networks/index.ts'
import { spec425 } from '../../src/runtime.ts'
import type { GenesisVectors } from './chain.ts'
import type { Check } from './checks.ts'

interface Rows {
  readonly genesis_config_patch: unknown
  readonly storage_rows_name_key_value: readonly (readonly [
    name: string,
    key: string,
    value: string,
  ])[]
}

/** The rows that a configuration makes. */
function built(config: unknown): Map<string, string> {
  const trie = f.Trie.empty()
  const state = new f.State(new f.MemoryBackend())
  const storageRoot = (own: f.Context) => trie.update(own.state.changesSinceRoot())
  const ctx = new f.Context({ state, runtime: spec425(), storageRoot })
  buildGenesis(ctx, parseGenesisConfig(JSON.stringify(config)))
  return new Map(state.changes().map(([key, value]) => [f.keyToHex(key), f.toHex(value!)]))
}

function* setChecks(name: string, set: Rows): Generator<Check> {
  let made = new Map<string, string>()
  yield {
    name: `${name} builds`,
    run() {
      made = built(set.genesis_config_patch)
    },
  }
  for (const [item, key, value] of set.storage_rows_name_key_value) {
    yield { name: `${name} ${item} ${key}`, run: () => assert.equal(made.get(key), value) }
  }
  const wanted = new Set(set.storage_rows_name_key_value.map(([, key]) => key))
  const extra = () => [...made.keys()].filter((key) => !wanted.has(key))
  yield { name: `${name} has no other rows`, run: () => assert.deepEqual(extra(), []) }
}

/** The configuration that is built when nothing is chosen, field by field. */
function defaultConfig(): unknown {
  const state = new f.State(new f.MemoryBackend())
  const ctx = new f.Context({ state, runtime: spec425() })
  const none = f.option(f.str).encode(undefined)
  const answer = f.callApi(ctx, 'GenesisBuilder_get_preset', none)
  const text = f.option(f.bytes).decode(answer)
  return text && JSON.parse(new TextDecoder().decode(text))
}

export function* genesisChecks(
  vectors: GenesisVectors & { readonly default_genesis_config_json?: unknown },
): Generator<Check> {
  const { default_genesis_config_json: config, ...sets } = vectors
  if (config !== undefined)
    yield {
      name: 'default_genesis_config_json',
      run: () => assert.deepEqual(defaultConfig(), config),
    }
  for (const [name, set] of Object.entries(sets)) yield* setChecks(name, set as unknown as Rows)
}
