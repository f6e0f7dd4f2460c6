/** Becoming a validator of the root network. */
import * as f from '@taonet/frame'
import { satU16, satU64 } from '@taonet/frame'
import { currentBlock } from '../clock.ts'
import {
  HotKeyAlreadyRegisteredInSubNet,
  HotKeyNotRegisteredInSubNet,
  RootNetworkDoesNotExist,
  StakeTooLowForRoot,
  TooManyRegistrationsThisBlock,
  TooManyRegistrationsThisInterval,
} from '../errors.ts'
import { NeuronRegistered } from '../events.ts'
import { createAccountIfNonExistent } from '../staking/accounts.ts'
import { getHotkeyStake } from '../staking/stake.ts'
import {
  Delegates,
  Keys,
  MaxAllowedUids,
  MaxRegistrationsPerBlock,
  RegistrationsThisBlock,
  RegistrationsThisInterval,
  SubnetworkN,
  TargetRegistrationsPerInterval,
  Uids,
} from '../storage.ts'
import { ifSubnetExist, ROOT } from '../subnets/exists.ts'
import { appendNeuron } from './append-neuron.ts'
import { replaceNeuron } from './replace-neuron.ts'

/** Take of a new validator: 18 %, in parts of 65535. */
const FIRST_TAKE = 11_796

/** Refuses while root does not exist. */
export const ensureRootExists = (ctx: f.Context): void =>
  f.ensure(ifSubnetExist(ctx, ROOT), RootNetworkDoesNotExist)

/**
 * Gives a hotkey a uid of root; when root is full, that of the validator with the least root stake. It
 * becomes a delegate.
 *
 * refuses RootNetworkDoesNotExist, TooManyRegistrationsThisBlock, TooManyRegistrationsThisInterval,
 *         HotKeyAlreadyRegisteredInSubNet, CannotUseSystemAccount, StakeTooLowForRoot
 * source  opentensor/subtensor pallets/subtensor/src/coinbase/root.rs do_root_register
 */
export function rootRegister(ctx: f.Context, coldkey: f.AccountId, hotkey: f.AccountId): void {
  ensureRootExists(ctx)
  const [ofBlock, ofInterval] = [
    RegistrationsThisBlock.get(ctx, ROOT),
    RegistrationsThisInterval.get(ctx, ROOT),
  ]
  f.ensure(ofBlock < MaxRegistrationsPerBlock.get(ctx, ROOT), TooManyRegistrationsThisBlock)
  const most = satU16.mul(TargetRegistrationsPerInterval.get(ctx, ROOT), 3)
  f.ensure(ofInterval < most, TooManyRegistrationsThisInterval)
  f.ensure(!Uids.has(ctx, ROOT, hotkey), HotKeyAlreadyRegisteredInSubNet)
  createAccountIfNonExistent(ctx, coldkey, hotkey)
  const uid = takeSeat(ctx, hotkey)
  if (!Delegates.has(ctx, hotkey)) Delegates.set(ctx, hotkey, FIRST_TAKE)
  RegistrationsThisInterval.set(ctx, ROOT, ofInterval + 1)
  RegistrationsThisBlock.set(ctx, ROOT, ofBlock + 1)
  ctx.deposit(NeuronRegistered([ROOT, uid, hotkey]))
}

function takeSeat(ctx: f.Context, hotkey: f.AccountId): number {
  const block = currentBlock(ctx)
  const size = SubnetworkN.get(ctx, ROOT)
  if (size < MaxAllowedUids.get(ctx, ROOT)) {
    appendNeuron(ctx, ROOT, hotkey, block)
    return size
  }
  const { uid, stake } = lowestSeat(ctx)
  f.ensure(Keys.has(ctx, ROOT, uid), HotKeyNotRegisteredInSubNet)
  f.ensure(stake < getHotkeyStake(ctx, hotkey, ROOT), StakeTooLowForRoot)
  replaceNeuron(ctx, { netuid: ROOT, uid, hotkey, block })
  return uid
}

/** The seat with the least stake, the first in storage order of several; uid 0 when there is none. */
function lowestSeat(ctx: f.Context): { uid: number; stake: bigint } {
  let lowest = { uid: 0, stake: satU64.MAX }
  for (const [[, uid], hotkey] of Keys.entries(ctx, ROOT)) {
    const stake = getHotkeyStake(ctx, hotkey, ROOT)
    if (stake < lowest.stake) lowest = { uid, stake }
  }
  return lowest
}
