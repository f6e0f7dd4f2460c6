/** The command line of a node: the flags that people use with `node-subtensor`. */
import { parseArgs } from 'node:util'

export type ChainName = 'local' | 'dev'
export type Sealing =
  | { readonly type: 'interval'; readonly intervalMs: number }
  | { readonly type: 'instant' | 'manual' }

export interface NodeFlags {
  readonly chain: ChainName
  /** Fast-blocks runtime: 250 ms slots, tempo 10. */
  readonly fast: boolean
  /** Undefined keeps everything in memory (`--tmp`). */
  readonly basePath: string | undefined
  readonly name: string
  readonly sealing: Sealing
  /** Blocks of history to keep; undefined keeps all. */
  readonly pruning: number | undefined
  readonly rpc: {
    readonly ports: readonly number[]
    readonly isExternal: boolean
    readonly cors: string | undefined
    readonly methods: 'safe' | 'unsafe' | 'auto'
    readonly maxConnections: number | undefined
    readonly maxSubscriptions: number | undefined
    readonly maxRequestMiB: number | undefined
    readonly maxResponseMiB: number | undefined
  }
  /** Undefined serves no metrics. */
  readonly prometheusPort: number | undefined
  readonly pool: { readonly count: number | undefined; readonly kibibytes: number | undefined }
  readonly checkInvariants: boolean
  readonly log: string
}

/** A command line that cannot be understood; the message says what to change. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

type Kind = 'string' | 'boolean'
interface Flag {
  readonly kind: Kind
  readonly help: string
  readonly short?: string
}
const text = (help: string, short?: string): Flag =>
  short === undefined ? { kind: 'string', help } : { kind: 'string', help, short }
const on = (help: string): Flag => ({ kind: 'boolean', help })

/** Flags that mean something here. */
const KNOWN: Readonly<Record<string, Flag>> = {
  dev: on('a development chain of one authority; state in memory unless --base-path is given'),
  chain: text('local (default) or dev'),
  fast: on('fast-blocks runtime: a block every 250 ms, tempo 10'),
  'base-path': text('folder of the database', 'd'),
  tmp: on('keep everything in memory'),
  name: text('name of the node'),
  sealing: text('interval (default), interval=<ms>, instant or manual'),
  pruning: text('archive (default) or how many blocks of history to keep'),
  'state-pruning': text('same as --pruning'),
  'rpc-port': text('port for HTTP and WebSocket (9944)'),
  'rpc-extra-port': text('more ports that serve the same chain, separated by commas'),
  'rpc-external': on('listen on all interfaces'),
  'unsafe-rpc-external': on('listen on all interfaces'),
  'rpc-cors': text('all, null, or allowed origins separated by commas'),
  'rpc-methods': text('auto (default), safe or unsafe'),
  'rpc-max-connections': text('sockets at a time (100)'),
  'rpc-max-subscriptions-per-connection': text('subscriptions of a socket (1024)'),
  'rpc-max-request-size': text('largest request in MiB (15)'),
  'rpc-max-response-size': text('largest response in MiB (15)'),
  'prometheus-port': text('port of the metrics (9615)'),
  'no-prometheus': on('serve no metrics'),
  'pool-limit': text('ready transactions in the pool (8192)'),
  'pool-kbytes': text('bytes in the pool in KiB (20480)'),
  'check-invariants': on('check every conservation rule after each block'),
  log: text('log directives, e.g. info,rpc=debug', 'l'),
  help: on('this text'),
}

/** Flags of `node-subtensor` that change nothing in a single-process network. */
const ACCEPTED: Readonly<Record<string, Kind>> = {
  one: 'boolean',
  two: 'boolean',
  three: 'boolean',
  alice: 'boolean',
  bob: 'boolean',
  charlie: 'boolean',
  dave: 'boolean',
  eve: 'boolean',
  ferdie: 'boolean',
  validator: 'boolean',
  'force-authoring': 'boolean',
  'discover-local': 'boolean',
  'allow-private-ipv4': 'boolean',
  'no-private-ip': 'boolean',
  'no-mdns': 'boolean',
  'no-telemetry': 'boolean',
  'unsafe-force-node-key-generation': 'boolean',
  'no-hardware-benchmarks': 'boolean',
  'prometheus-external': 'boolean',
  'disable-log-color': 'boolean',
  'detailed-log-output': 'boolean',
  port: 'string',
  'listen-addr': 'string',
  'public-addr': 'string',
  'node-key': 'string',
  'node-key-file': 'string',
  bootnodes: 'string',
  'reserved-nodes': 'string',
  'telemetry-url': 'string',
  'blocks-pruning': 'string',
  database: 'string',
  'db-cache': 'string',
  'trie-cache-size': 'string',
  'wasm-execution': 'string',
  'in-peers': 'string',
  'out-peers': 'string',
  sync: 'string',
  execution: 'string',
  'keystore-path': 'string',
}

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
    'Flags of node-subtensor that a network of one process has no use for are accepted: --one, --validator, …',
  ].join('\n')
}

const number = (name: string, value: string | undefined, max = 0xffff_ffff): number | undefined => {
  if (value === undefined) return undefined
  const parsed = Number(value)
  if (!/^\d+$/.test(value) || parsed > max)
    throw new FlagError(`--${name} takes a whole number from 0 to ${max}, not "${value}"`)
  return parsed
}

function oneOf<const T extends readonly string[]>(
  name: string,
  value: string,
  allowed: T,
): T[number] {
  if (allowed.includes(value)) return value
  throw new FlagError(`--${name} takes ${allowed.join(', ')}, not "${value}"`)
}

function sealing(value: string | undefined, fast: boolean): Sealing {
  if (value === undefined || value === 'interval')
    return { type: 'interval', intervalMs: fast ? 250 : 12_000 }
  const interval = /^interval=(\d+)$/.exec(value)
  if (interval) {
    const intervalMs = Number(interval[1])
    if (intervalMs < 10) throw new FlagError('--sealing interval=<ms> takes at least 10 ms')
    return { type: 'interval', intervalMs }
  }
  return { type: oneOf('sealing', value, ['instant', 'manual'] as const) }
}

function chainName(value: string): ChainName {
  if (value === 'finney' || value === 'test_finney' || value === 'devnet')
    throw new FlagError(`--chain ${value}: only local and dev networks can be run so far`)
  return oneOf('chain', value, ['local', 'dev'] as const)
}

type Values = Readonly<Record<string, string | boolean | undefined>>

function parse(args: readonly string[]): Values {
  const options: Record<string, { type: Kind; short?: string; multiple?: boolean }> = {}
  for (const [name, { kind, short }] of Object.entries(KNOWN))
    options[name] = short === undefined ? { type: kind } : { type: kind, short }
  for (const [name, kind] of Object.entries(ACCEPTED)) options[name] = { type: kind }
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false })
      .values as Values
  } catch (cause) {
    throw new FlagError(`${(cause as Error).message} (--help lists the flags)`, { cause })
  }
}

/** Reads the flags. Refuses what it does not know with `FlagError`. */
export function parseFlags(args: readonly string[]): NodeFlags {
  const values = parse(args)
  const get = (name: string) => values[name] as string | undefined
  const isSet = (name: string) => values[name] === true
  const chain = chainName(get('chain') ?? (isSet('dev') ? 'dev' : 'local'))
  const fast = isSet('fast')
  const inMemory = isSet('tmp') || (chain === 'dev' && get('base-path') === undefined)
  const pruning = get('pruning') ?? get('state-pruning')
  const ports = [get('rpc-port') ?? '9944', ...(get('rpc-extra-port')?.split(',') ?? [])]
  return {
    chain,
    fast,
    basePath: inMemory ? undefined : (get('base-path') ?? '.taonet/chain'),
    name: get('name') ?? 'taonet',
    sealing: sealing(get('sealing'), fast),
    pruning:
      pruning === undefined || pruning.startsWith('archive')
        ? undefined
        : number('pruning', pruning),
    rpc: {
      ports: ports.map((port) => number('rpc-port', port, 65_535) as number),
      isExternal: isSet('rpc-external') || isSet('unsafe-rpc-external'),
      cors: get('rpc-cors'),
      methods: oneOf('rpc-methods', (get('rpc-methods') ?? 'auto').toLowerCase(), [
        'safe',
        'unsafe',
        'auto',
      ] as const),
      maxConnections: number('rpc-max-connections', get('rpc-max-connections')),
      maxSubscriptions: number(
        'rpc-max-subscriptions-per-connection',
        get('rpc-max-subscriptions-per-connection'),
      ),
      maxRequestMiB: number('rpc-max-request-size', get('rpc-max-request-size'), 1024),
      maxResponseMiB: number('rpc-max-response-size', get('rpc-max-response-size'), 1024),
    },
    prometheusPort: isSet('no-prometheus')
      ? undefined
      : number('prometheus-port', get('prometheus-port'), 65_535),
    pool: {
      count: number('pool-limit', get('pool-limit')),
      kibibytes: number('pool-kbytes', get('pool-kbytes')),
    },
    checkInvariants: isSet('check-invariants'),
    log: get('log') ?? 'info',
  }
}

/** Whether the command line asks for help only. */
export const wantsHelp = (args: readonly string[]): boolean => args.includes('--help')
