/** What makes one network differ from another. */
import type * as f from '@taonet/frame'
import { TOKEN } from '../common/token.ts'
import type { Tao } from '../common/units.ts'
import type { BeaconConfiguration } from '../pallets/drand/types.ts'
import type { AuthorityList } from '../pallets/grandpa/index.ts'

/** The first state, as far as networks choose it. */
export interface GenesisConfig {
  readonly balances: readonly (readonly [who: f.AccountId, rao: Tao])[]
  /** Keys (sr25519) that take turns making blocks. */
  readonly aura: readonly f.AccountId[]
  /** Keys (ed25519) of finality, with their votes. */
  readonly grandpa: AuthorityList
  readonly sudo: f.AccountId | undefined
  readonly evmChainId: bigint
  /** Owner of the root network and its hotkey; the zero account by default. */
  readonly rootOwner?: { readonly coldkey: f.AccountId; readonly hotkey: f.AccountId }
  /** Whose pulses count; quicknet by default. */
  readonly beacon?: BeaconConfiguration
  /** WebAssembly code for clients that look for it; the chain runs without. */
  readonly code?: Uint8Array
}

/** A network: its name, its constants and its first state. */
export interface Network {
  /** What the command line calls it. */
  readonly name: string
  /** As `system_chain` and `system_chainType` answer. */
  readonly chain: string
  readonly chainType: 'Local' | 'Development' | 'Live'
  readonly settings: readonly f.Setting[]
  readonly genesis: GenesisConfig
}

/** As `system_properties` answers. */
export const PROPERTIES = { ss58Format: 42, ...TOKEN } as const
