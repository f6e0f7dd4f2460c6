/** The configuration of a first state as JSON: what tools exchange, and how it is read. */
import * as f from '@taonet/frame'
import type { GenesisConfig } from '../networks/network.ts'

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }
interface JsonObject {
  readonly [key: string]: Json
}

/**
 * Every pallet's configuration in order of the pallets, with its default.
 *
 * source  opentensor/subtensor runtime/src/lib.rs RuntimeGenesisConfig
 */
export const DEFAULT_CONFIG: Readonly<Record<string, JsonObject>> = {
  system: {},
  aura: { authorities: [] },
  grandpa: { authorities: [] },
  balances: { balances: [], devAccounts: null },
  transactionPayment: { multiplier: '1000000000000000000' },
  subtensorModule: { stakes: [], balancesIssuance: 0, startCallDelay: null },
  sudo: { key: null },
  safeMode: { enteredUntil: null },
  ethereum: {},
  evm: { accounts: {}, whitelisted: [] },
  evmChainId: { chainId: 0 },
  baseFee: { baseFeePerGas: '0x4a817c800', elasticity: 125_000 },
  limitOrders: {},
}

/** A configuration that cannot be understood or carried out. */
export class GenesisConfigError extends Error {
  override readonly name = 'GenesisConfigError'
}

const fail = (path: string, wanted: string): never => {
  throw new GenesisConfigError(`${path}: expected ${wanted}`)
}

type Read<T> = (json: Json, path: string) => T

const integer: Read<bigint> = (json, path) =>
  typeof json === 'number' && Number.isSafeInteger(json) && json >= 0
    ? BigInt(json)
    : fail(path, 'a natural number below 2^53')

const account: Read<f.AccountId> = (json, path) => {
  if (typeof json !== 'string') return fail(path, 'an SS58 address')
  try {
    return f.toHex(f.decodeSs58(json).account)
  } catch (error) {
    if (error instanceof f.CryptoError) return fail(path, 'an SS58 address')
    throw error
  }
}

const list =
  <T>(item: Read<T>): Read<T[]> =>
  (json, path) =>
    Array.isArray(json) ? json.map((each, i) => item(each, `${path}[${i}]`)) : fail(path, 'a list')

const pair: Read<[f.AccountId, bigint]> = (json, path) =>
  Array.isArray(json) && json.length === 2
    ? [account(json[0], `${path}[0]`), integer(json[1], `${path}[1]`)]
    : fail(path, 'an address and a number')

const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return fail('the configuration', 'JSON')
  }
}

/** Fields that a first state of ours can take; the others keep their defaults. */
const CHOOSABLE = [
  'aura.authorities',
  'grandpa.authorities',
  'balances.balances',
  'sudo.key',
  'evmChainId.chainId',
]

function ensureKnown(pallet: string, field: string, value: Json): void {
  const path = `${pallet}.${field}`
  const known = DEFAULT_CONFIG[pallet]?.[field]
  if (known === undefined) throw new GenesisConfigError(`${path} is no part of a configuration`)
  if (CHOOSABLE.includes(path) || JSON.stringify(value) === JSON.stringify(known)) return
  throw new GenesisConfigError(`${path} can only be ${JSON.stringify(known)}`)
}

/**
 * Reads a configuration; what it leaves out has its default.
 *
 * shape   text of a JSON object: `{"balances": {"balances": [[address, rao], …]}, …}`
 * refuses GenesisConfigError
 */
export function parseGenesisConfig(text: string): GenesisConfig {
  const given = parse(text)
  if (!isObject(given)) return fail('the configuration', 'an object')
  const fields = new Map<string, Json>()
  for (const [pallet, config] of Object.entries(given)) {
    if (!isObject(config)) return fail(pallet, 'an object')
    for (const [field, value] of Object.entries(config)) {
      ensureKnown(pallet, field, value)
      fields.set(`${pallet}.${field}`, value)
    }
  }
  const read = <T>(path: string, item: Read<T>, absent: T): T => {
    const value = fields.get(path)
    return value === undefined || value === null ? absent : item(value, path)
  }
  return {
    balances: read('balances.balances', list(pair), []),
    aura: read('aura.authorities', list(account), []),
    grandpa: read('grandpa.authorities', list(pair), []),
    sudo: read<f.AccountId | undefined>('sudo.key', account, undefined),
    evmChainId: read('evmChainId.chainId', integer, 0n),
  }
}
