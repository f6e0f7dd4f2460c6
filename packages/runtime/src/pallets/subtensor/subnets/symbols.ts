/** Symbols of subnets' tokens, and names of subnets. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { SymbolAlreadyInUse, SymbolDoesNotExist } from '../errors.ts'
import { SymbolUpdated } from '../events.ts'
import { SubnetIdentitiesV3, TokenSymbol } from '../storage.ts'
import { DEFAULT_NAMES, UNKNOWN_NAME } from './default-names.ts'
import { SYMBOLS } from './symbol-table.ts'

const ENCODED = SYMBOLS.map(f.utf8)
/** That of root, which stands in when all are used up. */
const DEFAULT_SYMBOL = ENCODED[0] as Uint8Array
/** Symbols that subnets may bear: all but root's. */
const [, ...OF_SUBNETS] = ENCODED

/** The symbol meant for a subnet. `source` subnets/symbols.rs get_symbol_for_subnet */
export const getSymbolForSubnet = (netuid: NetUid): Uint8Array => ENCODED[netuid] ?? DEFAULT_SYMBOL

const usedSymbols = (ctx: f.Context): ReadonlySet<string> =>
  new Set(TokenSymbol.values(ctx).map(f.toHex))

/**
 * The symbol meant for a subnet if nobody bears it, else the first that is free, else that of root.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/symbols.rs get_next_available_symbol
 */
export function getNextAvailableSymbol(ctx: f.Context, netuid: NetUid): Uint8Array {
  const used = usedSymbols(ctx)
  const isFree = (symbol: Uint8Array) => !used.has(f.toHex(symbol))
  const own = getSymbolForSubnet(netuid)
  return isFree(own) ? own : (OF_SUBNETS.find(isFree) ?? DEFAULT_SYMBOL)
}

/**
 * Gives a subnet another symbol, which nobody may bear, not even itself.
 *
 * refuses SymbolDoesNotExist, SymbolAlreadyInUse
 * source  opentensor/subtensor pallets/subtensor/src/macros/dispatches.rs update_symbol
 */
export function updateSymbol(ctx: f.Context, netuid: NetUid, symbol: Uint8Array): void {
  f.ensure(
    OF_SUBNETS.some((known) => f.equalBytes(known, symbol)),
    SymbolDoesNotExist,
  )
  f.ensure(!usedSymbols(ctx).has(f.toHex(symbol)), SymbolAlreadyInUse)
  TokenSymbol.set(ctx, netuid, symbol)
  ctx.deposit(SymbolUpdated({ netuid, symbol }))
}

/**
 * Name of a subnet: that of its identity, or the one it had before there were identities.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/symbols.rs get_name_for_subnet
 */
export function getNameForSubnet(ctx: f.Context, netuid: NetUid): Uint8Array {
  const name = SubnetIdentitiesV3.get(ctx, netuid)?.subnet_name
  if (name !== undefined && name.length > 0) return name
  return f.utf8(DEFAULT_NAMES[netuid] ?? UNKNOWN_NAME)
}
