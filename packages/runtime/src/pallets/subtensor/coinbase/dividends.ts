/** Dividends of an epoch: what stakers of each hotkey get on the subnet and on root. */
import type * as f from '@taonet/frame'
import { satU64, U96F32 } from '@taonet/frame'
import type { Alpha, NetUid } from '../../../common/units.ts'
import type { HotkeyEmission } from '../epoch/terms.ts'
import { getParentChildDividends } from './parent-dividends.ts'

/** Stake of a hotkey, its own as it is, rao. */
export interface OwnStake {
  readonly alpha: Alpha
  readonly root: bigint
}

/** A hotkey's dividend before it is split between its alpha and its root stake. */
export interface EarnedDividend {
  readonly hotkey: f.AccountId
  readonly dividend: f.U96F32
  readonly stake: OwnStake
}

/** Amounts by hotkey in byte order, U96F32 of rao. */
export type Amounts = readonly (readonly [hotkey: f.AccountId, amount: f.U96F32])[]

/** What dividends come to. */
export interface DividendShares {
  /** To the stakers of the subnet's alpha. */
  readonly alpha: Amounts
  /** To root stakers, in the subnet's alpha. */
  readonly root: Amounts
}

/** A part of `pending` for each, in proportion. */
function inProportion(pending: Alpha, parts: Amounts): Amounts {
  const whole = U96F32.fromInt(pending)
  const total = parts.reduce<f.U96F32>((sum, [, part]) => U96F32.add(sum, part), U96F32.ZERO)
  const share = (part: f.U96F32) =>
    part === U96F32.ZERO ? U96F32.ZERO : U96F32.mul(whole, U96F32.safeDiv(part, total))
  return parts.map(([hotkey, part]) => [hotkey, share(part)])
}

/** The part of a dividend that root stake earned. */
function rootPart({ dividend, stake }: EarnedDividend, taoWeight: f.U96F32): f.U96F32 {
  if (dividend === U96F32.ZERO) return U96F32.ZERO
  const root = U96F32.mul(U96F32.fromInt(stake.root), taoWeight)
  const all = U96F32.add(U96F32.fromInt(stake.alpha), root)
  return U96F32.mul(dividend, U96F32.safeDiv(root, all))
}

/**
 * Shares the pending alpha out by what alpha stake and root stake of each hotkey earned.
 *
 * shape   earned[n] in byte order of hotkeys -> n each
 * units   rao
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs calculate_dividend_distribution
 */
export function distributeDividends(
  pending: { readonly alpha: Alpha; readonly root: Alpha },
  earned: readonly EarnedDividend[],
  taoWeight: f.U96F32,
): DividendShares {
  const root = earned.map((each) => [each.hotkey, rootPart(each, taoWeight)] as const)
  const alpha = earned.map(
    ({ hotkey, dividend }, i) => [hotkey, U96F32.sub(dividend, root[i]![1])] as const,
  )
  return { alpha: inProportion(pending.alpha, alpha), root: inProportion(pending.root, root) }
}

/** Incentives and dividends by hotkey, in byte order. */
export interface Earnings {
  readonly incentives: readonly (readonly [hotkey: f.AccountId, alpha: Alpha])[]
  readonly dividends: Amounts
}

const byHotkey = <T>(amounts: ReadonlyMap<f.AccountId, T>): (readonly [f.AccountId, T])[] =>
  [...amounts].sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * Sums up what an epoch gives to each hotkey, dividends shared with parents.
 *
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/run_coinbase.rs calculate_dividends_and_incentives
 */
export function sumEarnings(
  ctx: f.Context,
  netuid: NetUid,
  emissions: readonly HotkeyEmission[],
): Earnings {
  const incentives = new Map<f.AccountId, Alpha>()
  const dividends = new Map<f.AccountId, f.U96F32>()
  for (const [hotkey, incentive, dividend] of emissions) {
    incentives.set(hotkey, satU64.add(incentives.get(hotkey) ?? 0n, incentive))
    for (const [payee, alpha] of getParentChildDividends(ctx, hotkey, netuid, dividend))
      dividends.set(payee, U96F32.add(dividends.get(payee) ?? 0n, U96F32.fromInt(alpha)))
  }
  return { incentives: byHotkey(incentives), dividends: byHotkey(dividends) }
}
