/** Sections of `misc.json` about dividends. */
import { distributeDividends } from '../../../src/pallets/subtensor/coinbase/dividends.ts'
import { getParentChildDividends } from '../../../src/pallets/subtensor/coinbase/parent-dividends.ts'
import { taoWeight } from '../../../src/pallets/subtensor/epoch/stake.ts'
import { getInheritedStake } from '../../../src/pallets/subtensor/staking/inherited-stake.ts'
import * as s from '../../../src/pallets/subtensor/storage.ts'
import type { Check } from '../checks.ts'
import { checkRows, emptyState } from './rows.ts'

const ROOT = 0
const NETUID = 1
const account = (digit: string): `0x${string}` => `0x${digit.repeat(64)}`
const OWNER = account('1')
const OTHER_CHILD = account('3')
const PLENTY = 2n ** 63n

type Bits = readonly (readonly [hotkey: string, bits: string])[]

interface DistributionVector {
  readonly pending_alpha: string
  readonly pending_root_alpha: string
  readonly tao_weight_raw: string
  readonly stake_map_alpha_root: readonly (readonly [`0x${string}`, string, string])[]
  readonly dividends_u96f32_bits: Bits
}

interface ParentVector {
  readonly hotkey: `0x${string}`
  readonly proportion: string
  readonly same_owner: boolean
  readonly alpha: string
  readonly root: string
}

interface FamilyVector {
  readonly child: `0x${string}`
  readonly childkey_take: number
  readonly ck_burn: string
  readonly tao_weight_raw: string
  readonly self_alpha: string
  readonly self_root: string
  readonly own_child_proportion: string | null
  readonly parents: readonly ParentVector[]
  readonly dividends: string
}

export interface DividendVectors {
  readonly calculate_dividend_distribution: readonly DistributionVector[]
  readonly parent_child_dividends: readonly FamilyVector[]
}

function distribution(row: DistributionVector): object {
  const weight = taoWeight(BigInt(row.tao_weight_raw))
  const dividends = new Map(row.dividends_u96f32_bits)
  const earned = row.stake_map_alpha_root.map(([hotkey, alpha, root]) => ({
    hotkey,
    dividend: BigInt(dividends.get(hotkey) ?? 0),
    stake: { alpha: BigInt(alpha), root: BigInt(root) },
  }))
  const pending = { alpha: BigInt(row.pending_alpha), root: BigInt(row.pending_root_alpha) }
  const { alpha, root } = distributeDividends(pending, earned, weight)
  const asText = (amounts: typeof alpha) => amounts.map(([hotkey, bits]) => [hotkey, `${bits}`])
  return {
    tao_weight_u96f32_bits: `${weight}`,
    alpha_dividends_bits: asText(alpha),
    root_alpha_dividends_bits: asText(root),
  }
}

function familyState(row: FamilyVector) {
  const ctx = emptyState()
  const stake = (hotkey: string, alpha: string, root: string) => {
    s.TotalHotkeyAlpha.set(ctx, hotkey as `0x${string}`, NETUID, BigInt(alpha))
    s.TotalHotkeyAlpha.set(ctx, hotkey as `0x${string}`, ROOT, BigInt(root))
  }
  s.TaoWeight.set(ctx, BigInt(row.tao_weight_raw))
  s.CKBurn.set(ctx, BigInt(row.ck_burn))
  s.ChildkeyTake.set(ctx, row.child, NETUID, row.childkey_take)
  s.Owner.set(ctx, row.child, OWNER)
  stake(row.child, row.self_alpha, row.self_root)
  for (const [i, parent] of row.parents.entries()) {
    stake(parent.hotkey, parent.alpha, parent.root)
    s.Owner.set(ctx, parent.hotkey, parent.same_owner ? OWNER : account(`${i + 4}`))
  }
  const parents = row.parents.map((p): [bigint, `0x${string}`] => [BigInt(p.proportion), p.hotkey])
  s.ParentKeys.set(ctx, row.child, NETUID, parents)
  if (row.own_child_proportion !== null)
    s.ChildKeys.set(ctx, row.child, NETUID, [[BigInt(row.own_child_proportion), OTHER_CHILD]])
  s.SubnetAlphaOut.set(ctx, NETUID, PLENTY)
  return ctx
}

function family(row: FamilyVector): object {
  const ctx = familyState(row)
  const inherited = getInheritedStake(ctx, row.child, NETUID)
  const out = getParentChildDividends(ctx, row.child, NETUID, BigInt(row.dividends))
  return {
    inherited_alpha: `${inherited.alpha}`,
    inherited_tao: `${inherited.tao}`,
    recycled_alpha_out: `${PLENTY - s.SubnetAlphaOut.get(ctx, NETUID)}`,
    out: out.map(([hotkey, alpha]) => [hotkey, `${alpha}`]),
  }
}

export function* dividendChecks(vectors: DividendVectors): Generator<Check> {
  yield* checkRows(
    'calculate_dividend_distribution',
    vectors.calculate_dividend_distribution,
    distribution,
  )
  yield* checkRows('parent_child_dividends', vectors.parent_child_dividends, family)
}
