/** Every flag of the command line, by name. */

export type Kind = 'string' | 'boolean'

interface Flag {
  readonly kind: Kind
  readonly help: string
  readonly short?: string
  /** May be given several times, or with several values. */
  readonly isMany?: boolean
}

const text = (help: string, more: Partial<Flag> = {}): Flag => ({ kind: 'string', help, ...more })
const on = (help: string): Flag => ({ kind: 'boolean', help })

/** Flags that mean something here. */
export const KNOWN: Readonly<Record<string, Flag>> = {
  chain: text('local (default): three authorities; or dev: one'),
  dev: on('the same as --chain dev --rpc-cors all'),
  fast: on('fast-blocks runtime: a block every 250 ms, tempo 10'),
  'pow-faucet': on("limits of upstream's local network: new subnets at once, instead of one a day"),
  'base-path': text('folder of the database (.taonet/chain; chain dev: none)', { short: 'd' }),
  tmp: on('keep everything in memory, and nothing afterwards'),
  sealing: text('blocks by the clock (default), every <ms>, or instant or manual'),
  pruning: text('archive (default), or how many blocks of history to keep'),
  'state-pruning': text('the same as --pruning'),
  'rpc-port': text('port of HTTP and WebSocket (9944)'),
  'rpc-extra-port': text('more ports that serve the same chain, between commas'),
  'rpc-external': on('listen on all interfaces'),
  'unsafe-rpc-external': on('listen on all interfaces'),
  'rpc-cors': text('origins of web pages that may call, between commas, or all (chain dev: all)'),
  'rpc-methods': text('auto (default): unsafe methods on loopback only; or safe, or unsafe'),
  'rpc-rate-limit': text('calls per minute of a connection (any number)'),
  'rpc-rate-limit-whitelisted-ips': text('networks without that limit, 10.0.0.0/8', {
    isMany: true,
  }),
  'rpc-rate-limit-trust-proxy-headers': on('tell callers by the headers of a proxy'),
  'rpc-max-connections': text('sockets at a time (10000)'),
  'rpc-max-subscriptions-per-connection': text('subscriptions of a socket (10000)'),
  'rpc-max-request-size': text('largest request in MiB (15)'),
  'rpc-max-response-size': text('largest response in MiB (15)'),
  'rpc-max-batch-request-len': text('calls in one batch (any number)'),
  'rpc-disable-batch-requests': on('refuse batches'),
  'prometheus-port': text('port of the metrics (9615)'),
  'prometheus-external': on('serve metrics on all interfaces'),
  'no-prometheus': on('serve no metrics'),
  'pool-limit': text('ready transactions in the pool (8192)'),
  'pool-kbytes': text('bytes in the pool in KiB (20480)'),
  'tx-ban-seconds': text('how long an invalid transaction is not looked at (1800; dev: 0)'),
  'check-invariants': on('check every conservation rule after each block'),
  drand: text('pulses that open timelocks: quicknet (default), off, local, or URLs of relays'),
  help: { ...on('this text'), short: 'h' },
  version: { ...on('the version'), short: 'V' },
}

const booleans = (names: string) => names.split(/\s+/).map((name) => [name, { kind: 'boolean' }])
const strings = (names: string, isMany = false) =>
  names.split(/\s+/).map((name) => [name, { kind: 'string', isMany }])

/** Flags of `node-subtensor` that change nothing in a network of one process. */
export const ACCEPTED: Readonly<Record<string, Omit<Flag, 'help'>>> = Object.fromEntries([
  ...booleans('alice bob charlie dave eve ferdie one two three validator force-authoring'),
  ...booleans('no-grandpa reserved-only discover-local allow-private-ip allow-private-ipv4'),
  ...booleans('no-private-ip no-private-ipv4 no-mdns kademlia-disjoint-query-paths ipfs-server'),
  ...booleans('unsafe-force-node-key-generation no-telemetry no-hardware-benchmarks'),
  ...booleans('disable-log-color detailed-log-output enable-log-reloading password-interactive'),
  ...booleans('enable-dev-signer'),
  ...strings('name port node-key node-key-type node-key-file out-peers in-peers in-peers-light'),
  ...strings('max-parallel-downloads max-blocks-per-request kademlia-replication-factor sync'),
  ...strings('network-backend blocks-pruning database db db-cache trie-cache-size'),
  ...strings('warm-up-trie-cache wasm-execution wasmtime-instantiation-strategy execution'),
  ...strings('execution-syncing execution-import-block execution-block-construction'),
  ...strings('execution-offchain-worker execution-other wasm-runtime-overrides keystore-path'),
  ...strings('password password-filename offchain-worker enable-offchain-indexing'),
  ...strings('max-runtime-instances runtime-cache-size tracing-targets tracing-receiver pool-type'),
  ...strings('rpc-message-buffer-capacity-per-connection initial-consensus history-backfill'),
  ...strings('max-past-logs fee-history-limit execute-gas-limit-multiplier eth-log-block-cache'),
  ...strings('eth-statuses-cache frontier-backend-type frontier-sql-backend-pool-size'),
  ...strings('frontier-sql-backend-num-ops-timeout frontier-sql-backend-thread-count'),
  ...strings('frontier-sql-backend-cache-size'),
  ...strings('bootnodes reserved-nodes public-addr listen-addr telemetry-url', true),
  ['log', { kind: 'string', isMany: true, short: 'l' }],
])

/** The text of `--help`. */
export function usage(): string {
  const lines = Object.entries(KNOWN).map(([name, { kind, help, short }]) => {
    const flag = `${short ? `-${short}, ` : ''}--${name}${kind === 'string' ? ' <value>' : ''}`
    return `  ${flag.padEnd(48)} ${help}`
  })
  return [
    'usage: taonet node [flags]',
    '',
    ...lines,
    '',
    'Flags of node-subtensor that a network of one process has no use for are accepted and change nothing:',
    '--one, --validator, --port, --bootnodes, --log and the like.',
    '',
    '--drand local gives a new chain a beacon of its own, which needs no internet: its key is in genesis,',
    'and @taonet/sdk seals to it. The Python packages always seal to quicknet: what they seal is never',
    'opened on such a chain. --drand quicknet opens it, on a chain that was started without local.',
  ].join('\n')
}
