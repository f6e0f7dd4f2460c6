/** Local networks: everybody's keys are known, Alice is sudo. */
import type * as f from '@taonet/frame'
import type { Tao } from '../common/units.ts'
import { DefaultNetworkRateLimit } from '../pallets/subtensor/build-limits.ts'
import { DEV, DEV_ED25519, DEV_ETHEREUM } from './dev-accounts.ts'
import { DEVELOPMENT_BEACON, FAST_DEVELOPMENT_BEACON } from './development-beacon.ts'
import { FAST_BLOCKS, FAST_ROOT_OWNER } from './fast-blocks.ts'
import type { GenesisConfig, Network } from './network.ts'

/** What upstream's feature `pow-faucet` changes besides the faucet. */
const FAUCET_LIMITS: readonly f.Setting[] = [DefaultNetworkRateLimit.is(0n)]

const RICH: Tao = 1_000_000_000_000_000n
const COMFORTABLE: Tao = 2_000_000_000_000n

const BALANCES: GenesisConfig['balances'] = [
  [DEV.Alice, RICH],
  [DEV.Bob, RICH],
  [DEV.Charlie, RICH],
  [DEV.Dave, COMFORTABLE],
  [DEV.Eve, COMFORTABLE],
  [DEV.Ferdie, COMFORTABLE],
  [DEV.One, COMFORTABLE],
  [DEV.Two, COMFORTABLE],
  [DEV.Three, COMFORTABLE],
  [DEV_ETHEREUM.Alith, COMFORTABLE],
  [DEV_ETHEREUM.Baltathar, COMFORTABLE],
]

type Authority = keyof typeof DEV_ED25519

/** What may be chosen of a local network. */
export interface LocalOptions {
  /** Blocks of 250 ms instead of 12 s, and shorter limits. */
  readonly fast?: boolean
  /**
   * As upstream's local network is built, with `pow-faucet`: subnets may follow each other at once. The faucet's
   * own call is not there: every development key is rich.
   */
  readonly hasFaucetLimits?: boolean
  /** An account that gets a million TAO. */
  readonly wallet?: f.AccountId
  /** The development beacon instead of quicknet: its secret is known, so nobody needs the internet. */
  readonly hasOwnBeacon?: boolean
}

function withWallet(wallet: f.AccountId | undefined): GenesisConfig['balances'] {
  if (wallet === undefined) return BALANCES
  return [...BALANCES.filter(([who]) => who !== wallet), [wallet, RICH]]
}

function network(
  name: string,
  authorities: readonly Authority[],
  { fast = false, hasFaucetLimits = false, wallet, hasOwnBeacon = false }: LocalOptions,
): Network {
  return {
    name,
    chain: 'Bittensor',
    chainType: 'Local',
    settings: [...(fast ? FAST_BLOCKS : []), ...(hasFaucetLimits ? FAUCET_LIMITS : [])],
    genesis: {
      balances: withWallet(wallet),
      aura: authorities.map((authority) => DEV[authority]),
      grandpa: authorities.map((authority) => [DEV_ED25519[authority], 1n]),
      sudo: DEV.Alice,
      evmChainId: 42n,
      ...(fast ? { rootOwner: FAST_ROOT_OWNER } : {}),
      ...(hasOwnBeacon ? { beacon: fast ? FAST_DEVELOPMENT_BEACON : DEVELOPMENT_BEACON } : {}),
    },
  }
}

/** Three authorities, as upstream's `local`. */
export const local = (options: LocalOptions = {}): Network =>
  network('local', ['One', 'Two', 'Three'], options)

/** One authority, as upstream's `dev`. */
export const dev = (options: LocalOptions = {}): Network => network('dev', ['One'], options)
