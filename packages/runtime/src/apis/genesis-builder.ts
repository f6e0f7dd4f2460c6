/** First states, as tools that make chain specifications ask for them. */
import * as f from '@taonet/frame'
import { DEV } from '../networks/dev-accounts.ts'
import { FAST_ROOT_OWNER } from '../networks/fast-blocks.ts'
import { buildGenesis } from '../networks/genesis.ts'
import type { GenesisConfig } from '../networks/network.ts'
import { SlotDuration } from '../pallets/aura/constants.ts'
import { DEFAULT_CONFIG, GenesisConfigError, parseGenesisConfig } from './genesis-config.ts'

const ss58 = (account: f.AccountId): string => f.encodeSs58(f.fromHex(account))
/** `//Alice` of ed25519. */
const ALICE_ED25519 = '0x88dc3417d5058ec4b4503e0c12ea1a0a89be200fe98922423d4334014fa6b0ee'
const RICH = 1_000_000_000_000_000

/** Two rich accounts and one authority. */
const BENCHMARK = {
  aura: { authorities: [ss58(DEV.Alice)] },
  balances: {
    balances: [
      [ss58(DEV.Alice), RICH],
      [ss58(DEV.Bob), RICH],
    ],
  },
  grandpa: { authorities: [[ss58(ALICE_ED25519), 1]] },
  sudo: { key: ss58(DEV.Alice) },
  subtensorModule: { balancesIssuance: 0, stakes: [] },
}

/** The text as upstream has it: two blanks a level, all but the first line four further in. */
const benchmarkText = (): string => JSON.stringify(BENCHMARK, null, 2).replaceAll('\n', '\n    ')

/** `source` opentensor/subtensor runtime/src/lib.rs get_preset */
function presetText(id: string | undefined): string | undefined {
  if (id === undefined) return JSON.stringify(DEFAULT_CONFIG)
  return id === 'benchmark' ? benchmarkText() : undefined
}

/** Slots of fast builds, milliseconds; root has an owner in those. */
const FAST_SLOT = 250n

/** Rows of a first state, made in a state of its own. */
function rowsOf(runtime: f.Runtime, config: GenesisConfig): f.Change[] {
  const trie = f.Trie.empty()
  const ctx = new f.Context({
    runtime,
    state: new f.State(new f.MemoryBackend()),
    storageRoot: (own) => trie.update(own.state.changesSinceRoot()),
  })
  const isFast = SlotDuration.get(ctx) === FAST_SLOT
  buildGenesis(ctx, isFast ? { ...config, rootOwner: FAST_ROOT_OWNER } : config)
  return ctx.state.changes()
}

const Outcome = f.result(f.unit, f.str)

/** source  polkadot-sdk substrate/primitives/genesis-builder/src/lib.rs GenesisBuilder */
export const GenesisBuilder = f.api('GenesisBuilder', 1, {
  /** Writes the first state for a configuration, whole or in part, but for the code. */
  build_state: f.method({ json: f.bytes }, Outcome, (ctx, { json }): f.Value<typeof Outcome> => {
    try {
      const config = parseGenesisConfig(new TextDecoder().decode(json))
      for (const [key, value] of rowsOf(ctx.runtime, config))
        if (value !== undefined && key !== f.system.CODE) ctx.state.setRaw(key, value)
      return { ok: true, value: null }
    } catch (error) {
      if (error instanceof GenesisConfigError) return { ok: false, error: error.message }
      throw error
    }
  }),
  get_preset: f.method({ id: f.option(f.str) }, f.option(f.bytes), (_, { id }) => {
    const text = presetText(id)
    return text === undefined ? undefined : f.utf8(text)
  }),
  preset_names: f.method({}, f.vec(f.str), () => ['benchmark']),
})
