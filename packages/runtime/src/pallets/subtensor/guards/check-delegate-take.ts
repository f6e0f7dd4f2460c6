/** A delegate's take keeps its bounds, and belongs to the owner. */
import * as f from '@taonet/frame'
import {
  DelegateTakeTooHigh,
  DelegateTakeTooLow,
  HotKeyAccountNotExists,
  NonAssociatedColdKey,
} from '../errors.ts'
import { MaxDelegateTake, MinDelegateTake, Owner } from '../storage.ts'
import { guardCalls, guardWeight } from './guard.ts'

interface TakeArgs {
  readonly hotkey: f.AccountId
  readonly take: number
}

function check(ctx: f.Context, coldkey: f.AccountId, { hotkey, take }: TakeArgs): void {
  f.ensure(take >= MinDelegateTake.get(ctx), DelegateTakeTooLow)
  f.ensure(take <= MaxDelegateTake.get(ctx), DelegateTakeTooHigh)
  f.ensure(Owner.has(ctx, hotkey), HotKeyAccountNotExists)
  f.ensure(Owner.get(ctx, hotkey) === coldkey, NonAssociatedColdKey)
}

/**
 * refuses DelegateTakeTooLow, DelegateTakeTooHigh, HotKeyAccountNotExists, NonAssociatedColdKey
 * source  opentensor/subtensor pallets/subtensor/src/guards/check_delegate_take.rs
 */
export const CheckDelegateTake = guardCalls(guardWeight(15_378_000n, 4186n, 3), {
  increase_take: check,
  decrease_take: check,
})
