/** The command line of a node: the flags that people use with `node-subtensor`. */
import { parseArgs } from 'node:util'
import { ACCEPTED, type Kind, KNOWN, usage } from './flag-table.ts'
import { isNetwork, type RateLimit } from './rpc/rate-limit.ts'
import { QUICKNET_RELAYS } from './services/drand/index.ts'

export { usage }

export type ChainName = 'local' | 'dev'
export type Sealing =
  | { readonly type: 'interval'; readonly intervalMs: number }
  | { readonly type: 'instant' | 'manual' }

export interface RpcFlags {
  readonly ports: readonly number[]
  readonly isExternal: boolean
  /** Undefined is the server's default. */
  readonly cors: string | undefined
  readonly methods: 'safe' | 'unsafe' | 'auto'
  readonly maxConnections: number
  readonly maxSubscriptions: number
  readonly maxRequestMiB: number | undefined
  readonly maxResponseMiB: number | undefined
  /** 0 refuses batches. */
  readonly maxBatchLength: number | undefined
  readonly rateLimit: RateLimit | undefined
}

export interface NodeFlags {
  readonly chain: ChainName
  /** Fast-blocks runtime: 250 ms slots, tempo 10. */
  readonly fast: boolean
  /** Limits of upstream's local network, which is built with that feature. */
  readonly hasFaucetLimits: boolean
  /** Undefined keeps everything in memory (`--tmp`). */
  readonly basePath: string | undefined
  readonly sealing: Sealing
  /** Blocks of history to keep; undefined keeps all. */
  readonly pruning: number | undefined
  readonly rpc: RpcFlags
  /** Undefined serves no metrics. */
  readonly metrics: MetricsFlags | undefined
  readonly pool: {
    readonly count: number | undefined
    readonly kibibytes: number | undefined
    readonly banSeconds: number
  }
  readonly checkInvariants: boolean
  readonly drand: DrandFlags
}

/** Where pulses of the randomness beacon come from. */
export type DrandFlags =
  | { readonly type: 'off' }
  | { readonly type: 'local' }
  | { readonly type: 'relays'; readonly urls: readonly string[] }

export interface MetricsFlags {
  readonly port: number
  readonly isExternal: boolean
  /** Whether somebody asked for this port: then it has to be this one. */
  readonly isAsked: boolean
}

/** A command line that cannot be understood; the message says what to change. */
export class FlagError extends Error {
  override readonly name = 'FlagError'
}

const BAN_SECONDS = 30 * 60
/** Sockets, and subscriptions of each: what `node-subtensor` allows unless told otherwise. */
const MOST = 10_000

interface Range {
  readonly min?: number
  readonly max?: number
}

function number(
  name: string,
  value: string | undefined,
  { min = 0, max = 0xffff_ffff }: Range = {},
): number | undefined {
  if (value === undefined) return undefined
  const parsed = Number(value)
  if (!/^\d+$/.test(value) || parsed > max || parsed < min)
    throw new FlagError(`--${name} takes a whole number from ${min} to ${max}, not "${value}"`)
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
  const kind = value?.toLowerCase()
  if (kind === undefined || kind === 'interval')
    return { type: 'interval', intervalMs: fast ? 250 : 12_000 }
  if (kind === 'instant' || kind === 'manual') return { type: kind }
  const [, milliseconds] = /^(?:interval=)?(\d{1,9})$/.exec(kind) ?? []
  if (milliseconds === undefined || Number(milliseconds) === 0)
    throw new FlagError(`--sealing takes instant, manual or milliseconds, not "${value}"`)
  return { type: 'interval', intervalMs: Number(milliseconds) }
}

function pruning(value: string | undefined): number | undefined {
  if (value === 'archive' || value === 'archive-canonical') return undefined
  return number('pruning', value, { min: 1 })
}

function chainName(value: string): ChainName {
  if (value === 'local' || value === 'dev') return value
  throw new FlagError(`--chain takes local or dev, not "${value}"`)
}

class Values {
  private readonly values: Readonly<Record<string, unknown>>

  constructor(args: readonly string[]) {
    this.values = parse(args)
  }

  text(name: string): string | undefined {
    return this.values[name] as string | undefined
  }
  texts(name: string): readonly string[] {
    return (this.values[name] as string[] | undefined) ?? []
  }
  isSet(name: string): boolean {
    return this.values[name] === true
  }
  number(name: string, range?: Range): number | undefined {
    return number(name, this.text(name), range)
  }
}

function parse(args: readonly string[]): Record<string, unknown> {
  const options: Record<string, { type: Kind; short?: string; multiple: boolean }> = {}
  for (const [name, { kind, short, isMany = false }] of Object.entries({ ...ACCEPTED, ...KNOWN }))
    options[name] = { type: kind, multiple: isMany, ...(short !== undefined && { short }) }
  try {
    const { values, tokens } = parseArgs({
      args: [...args],
      options,
      allowPositionals: true,
      tokens: true,
    })
    let many: string | undefined
    for (const token of tokens) {
      if (token.kind === 'option') many = options[token.name]?.multiple ? token.name : undefined
      else if (token.kind !== 'positional' || many === undefined)
        throw new FlagError(`"${'value' in token ? token.value : '--'}" belongs to no flag`)
      else values[many] = [...((values[many] as string[] | undefined) ?? []), token.value]
    }
    return values
  } catch (cause) {
    throw new FlagError(`${(cause as Error).message} (--help lists the flags)`, { cause })
  }
}

function rpcFlags(values: Values, isDev: boolean): RpcFlags {
  const ports = [values.text('rpc-port') ?? '9944']
  const extra = values.text('rpc-extra-port')?.split(',') ?? []
  const methods = (values.text('rpc-methods') ?? 'auto').toLowerCase()
  return {
    ports: [...ports, ...extra].map(
      (port) => number('rpc-port', port.trim(), { max: 65_535 }) as number,
    ),
    isExternal: values.isSet('rpc-external') || values.isSet('unsafe-rpc-external'),
    cors: values.text('rpc-cors') ?? (isDev ? 'all' : undefined),
    methods: oneOf('rpc-methods', methods, ['safe', 'unsafe', 'auto'] as const),
    maxConnections: values.number('rpc-max-connections') ?? MOST,
    maxSubscriptions: values.number('rpc-max-subscriptions-per-connection') ?? MOST,
    maxRequestMiB: values.number('rpc-max-request-size', { min: 1, max: 1024 }),
    maxResponseMiB: values.number('rpc-max-response-size', { min: 1, max: 1024 }),
    maxBatchLength: values.isSet('rpc-disable-batch-requests')
      ? 0
      : values.number('rpc-max-batch-request-len'),
    rateLimit: rateLimit(values),
  }
}

function rateLimit(values: Values): RateLimit | undefined {
  const exempt = values.texts('rpc-rate-limit-whitelisted-ips')
  for (const network of exempt)
    if (!isNetwork(network))
      throw new FlagError(`--rpc-rate-limit-whitelisted-ips takes 1.2.3.0/24, not "${network}"`)
  const callsPerMinute = values.number('rpc-rate-limit', { min: 1 })
  const trustsProxies = values.isSet('rpc-rate-limit-trust-proxy-headers')
  return callsPerMinute === undefined ? undefined : { callsPerMinute, exempt, trustsProxies }
}

function metricsFlags(values: Values): MetricsFlags | undefined {
  if (values.isSet('no-prometheus')) return undefined
  const port = values.number('prometheus-port', { max: 65_535 })
  const isExternal = values.isSet('prometheus-external')
  return { port: port ?? 9615, isExternal, isAsked: port !== undefined }
}

function drandFlags(value: string): DrandFlags {
  if (value === 'off' || value === 'local') return { type: value }
  if (value === 'quicknet') return { type: 'relays', urls: QUICKNET_RELAYS }
  const urls = value.split(',').map((url) => url.trim().replace(/\/$/, ''))
  for (const url of urls)
    if (!/^https?:\/\/./.test(url) || !URL.canParse(url))
      throw new FlagError(`--drand takes off, local, quicknet or URLs of relays, not "${url}"`)
  return { type: 'relays', urls }
}

/** Reads the flags. Refuses what it does not know with `FlagError`. */
export function parseFlags(args: readonly string[]): NodeFlags {
  const values = new Values(args)
  const isDev = values.isSet('dev')
  const chain = chainName(values.text('chain') ?? (isDev ? 'dev' : 'local'))
  const fast = values.isSet('fast')
  const basePath = values.text('base-path')
  if (values.isSet('tmp') && basePath !== undefined)
    throw new FlagError('--tmp keeps nothing, so --base-path has no place beside it')
  const inMemory = values.isSet('tmp') || (chain === 'dev' && basePath === undefined)
  return {
    chain,
    fast,
    hasFaucetLimits: values.isSet('pow-faucet'),
    basePath: inMemory ? undefined : (basePath ?? '.taonet/chain'),
    sealing: sealing(values.text('sealing'), fast),
    pruning: pruning(values.text('pruning') ?? values.text('state-pruning')),
    rpc: rpcFlags(values, isDev),
    metrics: metricsFlags(values),
    pool: {
      count: values.number('pool-limit'),
      kibibytes: values.number('pool-kbytes'),
      banSeconds: values.number('tx-ban-seconds') ?? (isDev ? 0 : BAN_SECONDS),
    },
    checkInvariants: values.isSet('check-invariants'),
    drand: drandFlags(values.text('drand') ?? 'quicknet'),
  }
}

const asks = (args: readonly string[], ...names: string[]) =>
  args.some((arg) => names.includes(arg))

/** Whether the command line asks for help only. */
export const wantsHelp = (args: readonly string[]): boolean => asks(args, '--help', '-h')
/** Whether the command line asks for the version only. */
export const wantsVersion = (args: readonly string[]): boolean => asks(args, '--version', '-V')
