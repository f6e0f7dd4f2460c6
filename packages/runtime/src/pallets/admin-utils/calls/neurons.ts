/** Parameters of neurons: how many, how they register, serve and take. */
import * as f from '@taonet/frame'
import { DefaultMaxAllowedUids } from '../../subtensor/build-limits.ts'
import { MaxBurnLowerBound, MinBurnUpperBound } from '../../subtensor/constants.ts'
import { InvalidValue as SubtensorInvalidValue } from '../../subtensor/errors.ts'
import { trimToMaxAllowedUids } from '../../subtensor/registration/trim.ts'
import * as storage from '../../subtensor/storage.ts'
import * as parameters from '../../subtensor/subnets/hyperparameters.ts'
import { ensureUidsFitMechanisms } from '../../subtensor/subnets/mechanisms.ts'
import { MaxUidsTrimming } from '../../subtensor/subnets/rate-limits.ts'
import * as errors from '../errors.ts'
import { BurnHalfLifeSet, BurnIncreaseMultSet } from '../events.ts'
import {
  byOwner,
  byRoot,
  byRootOutsideWindow,
  ensureNotRoot,
  ensureSubnet,
  estimated,
} from '../setter.ts'
import * as weights from '../weights.ts'

const MAX_BURN_HALF_LIFE = 36_100
const OWNER_IMMUNE_LIMITS = [1, 10] as const
const { U64F64 } = f

/** Upstream compares whole parts of 32 bits as `i32`: the upper half of them is negative. */
const NEGATIVE = [U64F64.fromInt(2n ** 31n), U64F64.fromInt(2n ** 32n)] as const

/**
 * Whether a factor is one to three, or at least 2^31 and below 2^32, which passes for less than three.
 *
 * source  encointer/substrate-fixed src/cmp.rs fixed_cmp_fixed (`lt`), for `(1..=3).contains`
 */
function isBurnIncrease(factor: f.U64F64): boolean {
  const [from, to] = NEGATIVE
  if (factor >= from) return factor < to
  return U64F64.ONE <= factor && factor <= U64F64.fromInt(3)
}

export const sudo_set_serving_rate_limit = byOwner({
  index: 3,
  limit: 'ServingRateLimit',
  args: { netuid: f.u16, serving_rate_limit: f.u64 },
  weight: weights.sudo_set_serving_rate_limit,
  docs: 'Sets how many blocks lie between two changes of a server.',
  set: (ctx, { netuid, serving_rate_limit }) =>
    parameters.setServingRateLimit(ctx, netuid, serving_rate_limit),
})
export const sudo_set_min_difficulty = byRootOutsideWindow({
  index: 4,
  args: { netuid: f.u16, min_difficulty: f.u64 },
  weight: weights.sudo_set_min_difficulty,
  docs: 'Sets a bound of the difficulty, which nothing asks for any more.',
  set: (ctx, { netuid, min_difficulty }) =>
    parameters.setMinDifficulty(ctx, netuid, min_difficulty),
})
export const sudo_set_max_difficulty = byOwner({
  index: 5,
  limit: 'MaxDifficulty',
  args: { netuid: f.u16, max_difficulty: f.u64 },
  weight: weights.sudo_set_max_difficulty,
  docs: 'Sets a bound of the difficulty, which nothing asks for any more.',
  set(ctx, { netuid, max_difficulty }) {
    ensureSubnet(ctx, netuid)
    parameters.setMaxDifficulty(ctx, netuid, max_difficulty)
  },
})
export const sudo_set_difficulty = byRootOutsideWindow({
  index: 24,
  args: { netuid: f.u16, difficulty: f.u64 },
  weight: weights.sudo_set_difficulty,
  docs: 'Sets the difficulty, which nothing asks for any more.',
  set: (ctx, { netuid, difficulty }) => parameters.setDifficulty(ctx, netuid, difficulty),
})
export const sudo_set_immunity_period = byOwner({
  index: 13,
  limit: 'ImmunityPeriod',
  args: { netuid: f.u16, immunity_period: f.u16 },
  weight: weights.sudo_set_immunity_period,
  docs: 'Sets how many blocks a new neuron cannot be replaced.',
  set(ctx, { netuid, immunity_period }) {
    ensureSubnet(ctx, netuid)
    parameters.setImmunityPeriod(ctx, netuid, immunity_period)
  },
})
export const sudo_set_max_allowed_uids = byOwner({
  index: 15,
  limit: 'MaxAllowedUids',
  args: { netuid: f.u16, max_allowed_uids: f.u16 },
  weight: weights.sudo_set_max_allowed_uids,
  docs: 'Sets how many neurons a subnet may have.',
  set(ctx, { netuid, max_allowed_uids: most }) {
    ensureSubnet(ctx, netuid)
    f.ensure(
      most >= storage.MinAllowedUids.get(ctx, netuid),
      errors.MaxAllowedUidsLessThanMinAllowedUids,
    )
    f.ensure(storage.SubnetworkN.get(ctx, netuid) <= most, errors.MaxAllowedUIdsLessThanCurrentUIds)
    f.ensure(
      most <= DefaultMaxAllowedUids.get(ctx),
      errors.MaxAllowedUidsGreaterThanDefaultMaxAllowedUids,
    )
    ensureUidsFitMechanisms(ctx, most, storage.MechanismCountCurrent.get(ctx, netuid))
    parameters.setMaxAllowedUids(ctx, netuid, most)
  },
})
export const sudo_set_min_allowed_uids = byRootOutsideWindow({
  index: 79,
  args: { netuid: f.u16, min_allowed_uids: f.u16 },
  weight: weights.sudo_set_min_allowed_uids,
  docs: 'Sets to how few neurons a subnet may be trimmed.',
  set(ctx, { netuid, min_allowed_uids: least }) {
    f.ensure(
      least < storage.MaxAllowedUids.get(ctx, netuid),
      errors.MinAllowedUidsGreaterThanMaxAllowedUids,
    )
    f.ensure(
      least < storage.SubnetworkN.get(ctx, netuid),
      errors.MinAllowedUidsGreaterThanCurrentUids,
    )
    parameters.setMinAllowedUids(ctx, netuid, least)
  },
})
export const sudo_trim_to_max_allowed_uids = byOwner({
  index: 78,
  limit: MaxUidsTrimming,
  args: { netuid: f.u16, max_n: f.u16 },
  weight: weights.sudo_trim_to_max_allowed_uids,
  docs: 'Removes the neurons with the least emission beyond a number.',
  set: (ctx, { netuid, max_n }) => trimToMaxAllowedUids(ctx, netuid, max_n),
})
export const sudo_set_min_non_immune_uids = byRoot({
  index: 84,
  args: { netuid: f.u16, min: f.u16 },
  weight: weights.sudo_set_min_non_immune_uids,
  docs: 'Sets how many neurons past their immunity have to stay.',
  set: (ctx, { netuid, min }) => parameters.setMinNonImmuneUids(ctx, netuid, min),
})
export const sudo_set_owner_immune_neuron_limit = byOwner({
  index: 72,
  limit: 'ImmuneNeuronLimit',
  args: { netuid: f.u16, immune_neurons: f.u16 },
  weight: weights.sudo_set_owner_immune_neuron_limit,
  docs: "Sets how many of the owner's neurons are never replaced.",
  set(ctx, { netuid, immune_neurons: limit }) {
    const [least, most] = OWNER_IMMUNE_LIMITS
    f.ensure(least <= limit && limit <= most, SubtensorInvalidValue)
    storage.ImmuneOwnerUidsLimit.set(ctx, netuid, limit)
  },
})
export const sudo_set_max_allowed_validators = byRootOutsideWindow({
  index: 25,
  args: { netuid: f.u16, max_allowed_validators: f.u16 },
  weight: weights.sudo_set_max_allowed_validators,
  docs: 'Sets how many validators a subnet may have.',
  set(ctx, { netuid, max_allowed_validators: most }) {
    f.ensure(most <= storage.MaxAllowedUids.get(ctx, netuid), errors.MaxValidatorsLargerThanMaxUIds)
    parameters.setMaxAllowedValidators(ctx, netuid, most)
  },
})
export const sudo_set_network_registration_allowed = byRoot({
  index: 19,
  args: { netuid: f.u16, registration_allowed: f.bool },
  weight: weights.sudo_set_network_registration_allowed,
  docs: 'Sets whether neurons may register.',
  set: (ctx, { netuid, registration_allowed }) =>
    parameters.setNetworkRegistrationAllowed(ctx, netuid, registration_allowed),
})
export const sudo_set_network_pow_registration_allowed = f.call({
  index: 20,
  origin: f.anyone,
  args: { netuid: f.u16, registration_allowed: f.bool },
  weight: estimated(14_000_000n, 0, 1),
  docs: 'Refuses everyone: no neuron registers by work any more.',
  run(): never {
    throw errors.POWRegistrationDisabled
  },
})
export const sudo_set_target_registrations_per_interval = byRootOutsideWindow({
  index: 21,
  args: { netuid: f.u16, target_registrations_per_interval: f.u16 },
  weight: weights.sudo_set_target_registrations_per_interval,
  docs: 'Sets a third of the registrations that root takes in an interval.',
  set: (ctx, { netuid, target_registrations_per_interval }) =>
    parameters.setTargetRegistrationsPerInterval(ctx, netuid, target_registrations_per_interval),
})
export const sudo_set_max_registrations_per_block = byRootOutsideWindow({
  index: 27,
  args: { netuid: f.u16, max_registrations_per_block: f.u16 },
  weight: weights.sudo_set_max_registrations_per_block,
  docs: 'Sets how many registrations root takes in a block.',
  set: (ctx, { netuid, max_registrations_per_block }) =>
    parameters.setMaxRegistrationsPerBlock(ctx, netuid, max_registrations_per_block),
})
export const sudo_set_min_burn = byOwner({
  index: 22,
  limit: 'MinBurn',
  args: { netuid: f.u16, min_burn: f.u64 },
  weight: weights.sudo_set_min_burn,
  docs: 'Sets the least price of a registration.',
  set(ctx, { netuid, min_burn }) {
    ensureSubnet(ctx, netuid)
    f.ensure(min_burn < MinBurnUpperBound.get(ctx), errors.ValueNotInBounds)
    f.ensure(min_burn < storage.MaxBurn.get(ctx, netuid), errors.ValueNotInBounds)
    parameters.setMinBurn(ctx, netuid, min_burn)
  },
})
export const sudo_set_max_burn = byOwner({
  index: 23,
  limit: 'MaxBurn',
  args: { netuid: f.u16, max_burn: f.u64 },
  weight: weights.sudo_set_max_burn,
  docs: 'Sets the highest price of a registration.',
  set(ctx, { netuid, max_burn }) {
    ensureSubnet(ctx, netuid)
    f.ensure(max_burn > MaxBurnLowerBound.get(ctx), errors.ValueNotInBounds)
    f.ensure(max_burn > storage.MinBurn.get(ctx, netuid), errors.ValueNotInBounds)
    parameters.setMaxBurn(ctx, netuid, max_burn)
  },
})
export const sudo_set_burn_half_life = byOwner({
  index: 89,
  limit: 'BurnHalfLife',
  args: { netuid: f.u16, burn_half_life: f.u16 },
  weight: estimated(25_000_000n, 4, 1),
  class: 'Operational',
  docs: 'Sets in how many blocks the price of a registration halves.',
  set(ctx, { netuid, burn_half_life }) {
    ensureNotRoot(ctx, netuid)
    f.ensure(0 < burn_half_life && burn_half_life <= MAX_BURN_HALF_LIFE, errors.InvalidValue)
    storage.BurnHalfLife.set(ctx, netuid, burn_half_life)
    ctx.deposit(BurnHalfLifeSet({ netuid, burn_half_life }))
  },
})
export const sudo_set_burn_increase_mult = byOwner({
  index: 90,
  limit: 'BurnIncreaseMult',
  args: { netuid: f.u16, burn_increase_mult: f.U64F64Bits },
  weight: estimated(25_000_000n, 4, 1),
  class: 'Operational',
  docs: 'Sets by how much each registration raises the price.',
  set(ctx, { netuid, burn_increase_mult: factor }) {
    ensureNotRoot(ctx, netuid)
    f.ensure(isBurnIncrease(factor), errors.InvalidValue)
    storage.BurnIncreaseMult.set(ctx, netuid, factor)
    ctx.deposit(BurnIncreaseMultSet({ netuid, burn_increase_mult: factor }))
  },
})
export const sudo_set_min_childkey_take_per_subnet = byOwner({
  index: 93,
  limit: 'MinChildkeyTake',
  args: { netuid: f.u16, take: f.u16 },
  weight: weights.sudo_set_min_childkey_take_per_subnet,
  docs: 'Sets the least childkey take on a subnet.',
  set(ctx, { netuid, take }) {
    ensureSubnet(ctx, netuid)
    const [least, most] = [storage.MinChildkeyTake.get(ctx), storage.MaxChildkeyTake.get(ctx)]
    f.ensure(least <= take && take <= most, errors.InvalidValue)
    parameters.setMinChildkeyTakeForSubnet(ctx, netuid, take)
  },
})
