/** Fees in alpha: calls that turn alpha into TAO may be paid with that alpha when TAO is short. */
import * as f from '@taonet/frame'
import type { Alpha, NetUid, Tao } from '../../common/units.ts'

/** Stake that may pay a fee. */
export interface Position {
  readonly hotkey: f.AccountId
  readonly coldkey: f.AccountId
  readonly netuid: NetUid
}

/** What fees in alpha need of staking; the runtime supplies it. */
export interface AlphaFees {
  /** Subnets with an enabled token on which this pair has stake, in the order of their keys. */
  subnetsWithStake(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): NetUid[]
  stakeOf(ctx: f.Context, position: Position): Alpha
  /** Alpha of the same worth at the subnet's price. */
  alphaForTao(ctx: f.Context, netuid: NetUid, tao: Tao): Alpha
  /** Sells stake without fee or limit for `beneficiary`; gives the TAO. Refuses as unstaking does. */
  sell(ctx: f.Context, position: Position, alpha: Alpha, beneficiary: f.AccountId): Tao
  /** The event that a fee was paid in alpha. */
  paidEvent(paid: AlphaPaid & { who: f.AccountId }): f.EventValue
}

/** A fee that was paid in alpha; final, whatever the call uses in the end. */
export interface AlphaPaid {
  readonly netuid: NetUid
  readonly alpha_fee: Alpha
  readonly tao_amount: Tao
}

interface StakeArgs {
  readonly hotkey: f.AccountId
  readonly origin_hotkey: f.AccountId
  readonly netuid: NetUid
  readonly origin_netuid: NetUid
}

/** Whose stake on which subnet each call works with. */
const SOURCES: Readonly<Record<string, (args: StakeArgs) => [f.AccountId, NetUid | 'all']>> = {
  remove_stake: (args) => [args.hotkey, args.netuid],
  remove_stake_limit: (args) => [args.hotkey, args.netuid],
  remove_stake_full_limit: (args) => [args.hotkey, args.netuid],
  unstake_all: (args) => [args.hotkey, 'all'],
  unstake_all_alpha: (args) => [args.hotkey, 'all'],
  move_stake: (args) => [args.origin_hotkey, args.origin_netuid],
  transfer_stake: (args) => [args.hotkey, args.origin_netuid],
  swap_stake: (args) => [args.hotkey, args.origin_netuid],
  swap_stake_limit: (args) => [args.hotkey, args.origin_netuid],
  recycle_alpha: (args) => [args.hotkey, args.netuid],
  burn_alpha: (args) => [args.hotkey, args.netuid],
}

/**
 * The positions with which a call may be paid.
 *
 * source  opentensor/subtensor pallets/transaction-fee/src/lib.rs fees_in_alpha
 */
export function positionsOf(
  ctx: f.Context,
  alpha: AlphaFees,
  coldkey: f.AccountId,
  call: f.CallValue,
): Position[] {
  const source = call.pallet === 'SubtensorModule' ? SOURCES[call.name] : undefined
  if (source === undefined) return []
  const [hotkey, where] = source(call.args as StakeArgs)
  const netuids = where === 'all' ? alpha.subnetsWithStake(ctx, coldkey, hotkey) : [where]
  return netuids.map((netuid) => ({ hotkey, coldkey, netuid }))
}

/** Whether a fee can be paid from these positions: exactly one, and it covers the fee. */
export function canPayInAlpha(
  ctx: f.Context,
  alpha: AlphaFees,
  positions: readonly Position[],
  fee: Tao,
): boolean {
  const [position] = positions
  if (positions.length !== 1 || position === undefined) return false
  return alpha.stakeOf(ctx, position) >= alpha.alphaForTao(ctx, position.netuid, fee)
}

const NOTHING: AlphaPaid = { netuid: 0, alpha_fee: 0n, tao_amount: 0n }

/**
 * Sells what a fee is worth, for the block's author; all of the position when that rounds to nothing.
 *
 * refuses InvalidTransaction::Payment when the sale fails
 * source  opentensor/subtensor pallets/transaction-fee/src/lib.rs withdraw_in_alpha
 */
export function payInAlpha(
  ctx: f.Context,
  alpha: AlphaFees,
  positions: readonly Position[],
  { fee, author }: { fee: Tao; author: f.AccountId | undefined },
): AlphaPaid {
  const [position] = positions
  if (positions.length !== 1 || position === undefined) return NOTHING
  const stake = alpha.stakeOf(ctx, position)
  const worth = alpha.alphaForTao(ctx, position.netuid, fee)
  const alpha_fee = worth === 0n || worth > stake ? stake : worth
  if (author === undefined) return NOTHING
  try {
    const tao_amount = ctx.layer(() => alpha.sell(ctx, position, alpha_fee, author))
    return { netuid: position.netuid, alpha_fee, tao_amount }
  } catch (error) {
    f.plainError(error)
    throw f.invalid({ type: 'Payment' })
  }
}
