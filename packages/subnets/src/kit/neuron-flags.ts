/** Flags that every neuron has, spelled as users of bittensor know them. */
import type { Flag } from './flags.ts'

export const NEURON_FLAGS = {
  netuid: { kind: 'whole', help: 'the subnet', env: 'BT_NETUID', min: 1, max: 65_535, default: 1 },
  chain: {
    kind: 'text',
    help: 'the node to talk to',
    aliases: ['subtensor.chain_endpoint', 'network', 'subtensor.network'],
    env: 'BT_SUBTENSOR_CHAIN_ENDPOINT',
    default: 'ws://127.0.0.1:9944',
  },
  'wallet.name': {
    kind: 'text',
    help: 'wallet that holds the hotkey',
    aliases: ['wallet', 'wallet-name'],
    env: 'BT_WALLET_NAME',
    default: 'default',
  },
  'wallet.hotkey': {
    kind: 'text',
    help: 'name of the hotkey in the wallet',
    aliases: ['hotkey', 'wallet-hotkey'],
    env: 'BT_WALLET_HOTKEY',
    default: 'default',
  },
  'wallet.path': {
    kind: 'text',
    help: 'folder of wallets',
    aliases: ['wallet-path'],
    env: 'BT_WALLET_PATH',
    default: '~/.bittensor/wallets',
  },
  'key-uri': {
    kind: 'text',
    help: 'development key instead of a wallet, //Bob//miner for instance',
    env: 'TAONET_KEY_URI',
  },
  log: {
    kind: 'text',
    help: 'how much to log',
    oneOf: ['debug', 'info', 'warn', 'error'],
    default: 'info',
  },
} as const satisfies Record<string, Flag>

/** Flags of a neuron that serves an axon. */
export const AXON_FLAGS = {
  'axon.port': {
    kind: 'whole',
    help: 'port to serve on; 0 takes any free one',
    aliases: ['axon-port'],
    env: 'BT_AXON_PORT',
    min: 0,
    max: 65_534,
    default: 8091,
  },
  'axon.host': {
    kind: 'text',
    help: 'address to listen on',
    aliases: ['axon-host'],
    default: '0.0.0.0',
  },
  'axon.external_ip': {
    kind: 'text',
    help: 'address the chain shall announce; without it the axon is not announced',
    aliases: ['axon.ip', 'external-ip'],
    env: 'BT_AXON_EXTERNAL_IP',
  },
  'axon.external_port': {
    kind: 'whole',
    help: 'port the chain shall announce, if another than the one served',
    env: 'BT_AXON_EXTERNAL_PORT',
    min: 1025,
    max: 65_534,
  },
} as const satisfies Record<string, Flag>
