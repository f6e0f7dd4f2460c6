/** Registering a neuron by burning TAO. */
import * as f from '@taonet/frame'
import { satU16, satU64 } from '@taonet/frame'
import type { NetUid, Tao } from '../../../common/units.ts'
import { MAX_PRICE } from '../../swap/swap.ts'
import { canRemoveBalance, transferTaoToSubnet } from '../currency.ts'
import {
  HotKeyAlreadyRegisteredInSubNet,
  NoNeuronIdAvailable,
  NonAssociatedColdKey,
  NotEnoughBalanceToStake,
  RegistrationNotPermittedOnRootSubnet,
  RegistrationPriceLimitExceeded,
  SubNetRegistrationDisabled,
  SubnetNotExists,
} from '../errors.ts'
import { NeuronRegistered } from '../events.ts'
import { recordTaoInflow } from '../pools/flows.ts'
import { swapTaoForAlpha } from '../pools/swap.ts'
import { coldkeyOwnsHotkey, createAccountIfNonExistent } from '../staking/accounts.ts'
import {
  Burn,
  MaxAllowedUids,
  NetworkRegistrationAllowed,
  RAORecycledForRegistration,
  RegistrationsThisBlock,
  SubnetAlphaOut,
  SubnetworkN,
  Uids,
} from '../storage.ts'
import { ifSubnetExist, ROOT } from '../subnets/exists.ts'
import { setRaoRecycled } from '../subnets/hyperparameters.ts'
import { bumpRegistrationPriceAfterRegistration } from './burn-price.ts'
import { getNeuronToPrune } from './prune.ts'
import { registerNeuron } from './register-neuron.ts'

/** Who pays and which hotkey gets the uid. */
export interface Registration {
  readonly netuid: NetUid
  readonly coldkey: f.AccountId
  readonly hotkey: f.AccountId
}

function ensureSubnetRegisters(ctx: f.Context, netuid: NetUid): void {
  f.ensure(netuid !== ROOT, RegistrationNotPermittedOnRootSubnet)
  f.ensure(ifSubnetExist(ctx, netuid), SubnetNotExists)
}

/** Refuses when a subnet is full of neurons that may not be replaced, or takes none at all. */
function ensureRoom(ctx: f.Context, netuid: NetUid): void {
  const most = MaxAllowedUids.get(ctx, netuid)
  f.ensure(most !== 0, NoNeuronIdAvailable)
  if (SubnetworkN.get(ctx, netuid) >= most)
    f.ensure(getNeuronToPrune(ctx, netuid) !== undefined, NoNeuronIdAvailable)
}

/**
 * Buys a hotkey a uid: the price goes into the pool, and the alpha it buys out of existence.
 *
 * refuses RegistrationNotPermittedOnRootSubnet, SubnetNotExists, SubNetRegistrationDisabled,
 *         HotKeyAlreadyRegisteredInSubNet, NotEnoughBalanceToStake, CannotUseSystemAccount,
 *         NonAssociatedColdKey, NoNeuronIdAvailable, and what the payment and the pool refuse
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs do_register
 */
export function register(ctx: f.Context, { netuid, coldkey, hotkey }: Registration): void {
  ensureSubnetRegisters(ctx, netuid)
  f.ensure(NetworkRegistrationAllowed.get(ctx, netuid), SubNetRegistrationDisabled)
  f.ensure(!Uids.has(ctx, netuid, hotkey), HotKeyAlreadyRegisteredInSubNet)
  const price = Burn.get(ctx, netuid)
  f.ensure(canRemoveBalance(ctx, coldkey, price), NotEnoughBalanceToStake)
  createAccountIfNonExistent(ctx, coldkey, hotkey)
  f.ensure(coldkeyOwnsHotkey(ctx, coldkey, hotkey), NonAssociatedColdKey)
  ensureRoom(ctx, netuid)
  const paid = burnIntoPool(ctx, netuid, coldkey, price)
  const uid = registerNeuron(ctx, netuid, hotkey)
  bumpRegistrationPriceAfterRegistration(ctx, netuid)
  RegistrationsThisBlock.mutate(ctx, netuid, (count) => satU16.add(count, 1))
  setRaoRecycled(ctx, netuid, satU64.add(RAORecycledForRegistration.get(ctx, netuid), price))
  recordTaoInflow(ctx, netuid, paid)
  ctx.deposit(NeuronRegistered([netuid, uid, hotkey]))
}

/** Pays the price; gives what was paid, which is less when the account has to stay alive. */
function burnIntoPool(ctx: f.Context, netuid: NetUid, coldkey: f.AccountId, price: Tao): Tao {
  const paid = transferTaoToSubnet(ctx, netuid, coldkey, price)
  const terms = { priceLimit: MAX_PRICE, dropFees: false }
  const { amountPaidOut } = swapTaoForAlpha(ctx, netuid, paid, terms)
  SubnetAlphaOut.mutate(ctx, netuid, (total) => satU64.sub(total, amountPaidOut))
  return paid
}

/**
 * Registers if the price is at most the limit.
 *
 * units   rao
 * refuses RegistrationPriceLimitExceeded, and as `register`
 * source  opentensor/subtensor pallets/subtensor/src/subnets/registration.rs do_register_limit
 */
export function registerLimit(ctx: f.Context, registration: Registration, limit: Tao): void {
  const { netuid } = registration
  ensureSubnetRegisters(ctx, netuid)
  f.ensure(Burn.get(ctx, netuid) <= limit, RegistrationPriceLimitExceeded)
  register(ctx, registration)
}
