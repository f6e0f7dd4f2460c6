/** Calls of Contracts, as clients encode them. None runs yet: each is refused before code would run. */
import * as f from '@taonet/frame'
import * as refusals from './refusals.ts'
import { Determinism } from './types.ts'
import * as weights from './weights.ts'

const Balance = f.compact(f.u64)
const Limit = f.option(Balance)
/** Weight of one dimension, which older calls take. */
const OldWeight = f.compact(f.u64)

/** The note of upstream's metadata, which clients show. */
const oneDimension = (use: string) =>
  `1D weight is used in this extrinsic, please migrate to \`${use}\``

export const call_old_weight = f.deprecated(
  f.call({
    index: 0,
    docs: 'Deprecated: `call` with a weight of one dimension.',
    origin: f.signedOrRoot,
    args: {
      dest: f.MultiAddress,
      value: Balance,
      gas_limit: OldWeight,
      storage_deposit_limit: Limit,
      data: f.bytes,
    },
    weight: ({ gas_limit }) => f.addWeight(weights.call, weights.oldLimit(gas_limit)),
    run: (ctx, who, args) => refusals.refuseCall(ctx, who, args),
  }),
  oneDimension('call'),
)

export const instantiate_with_code_old_weight = f.deprecated(
  f.call({
    index: 1,
    docs: 'Deprecated: `instantiate_with_code` with a weight of one dimension.',
    origin: f.signed,
    args: {
      value: Balance,
      gas_limit: OldWeight,
      storage_deposit_limit: Limit,
      code: f.bytes,
      data: f.bytes,
      salt: f.bytes,
    },
    weight: ({ code, data, salt, gas_limit }) =>
      f.addWeight(
        weights.instantiate_with_code(code.length, data.length, salt.length),
        weights.oldLimit(gas_limit),
      ),
    run: (ctx, _who, { code }) => refusals.refuseCode(ctx, code),
  }),
  oneDimension('instantiate_with_code'),
)

export const instantiate_old_weight = f.deprecated(
  f.call({
    index: 2,
    docs: 'Deprecated: `instantiate` with a weight of one dimension.',
    origin: f.signed,
    args: {
      value: Balance,
      gas_limit: OldWeight,
      storage_deposit_limit: Limit,
      code_hash: f.H256,
      data: f.bytes,
      salt: f.bytes,
    },
    weight: ({ data, salt, gas_limit }) =>
      f.addWeight(weights.instantiate(data.length, salt.length), weights.oldLimit(gas_limit)),
    run: (ctx, _who, args) => refusals.refuseInstantiation(ctx, args),
  }),
  oneDimension('instantiate'),
)

export const upload_code = f.call({
  index: 3,
  docs: 'Stores code that contracts can be made of.',
  origin: f.signed,
  args: { code: f.bytes, storage_deposit_limit: Limit, determinism: Determinism },
  weight: ({ code, determinism }) => weights.upload_code(code.length, determinism === 'Relaxed'),
  run: (ctx, _who, { code }) => refusals.refuseCode(ctx, code),
})

export const remove_code = f.call({
  index: 4,
  docs: 'Removes code that no contract uses.',
  origin: f.signed,
  args: { code_hash: f.H256 },
  weight: weights.remove_code,
  run: (ctx, _who, { code_hash }) => refusals.refuseRemoval(ctx, code_hash),
})

export const set_code = f.call({
  index: 5,
  docs: 'Gives a contract other code, as root.',
  origin: f.root,
  args: { dest: f.MultiAddress, code_hash: f.H256 },
  weight: weights.set_code,
  run: (ctx, _root, { dest }) => refusals.refuseOtherCode(ctx, dest),
})

export const call = f.call({
  index: 6,
  docs: 'Calls a contract, or sends TAO to an account.',
  origin: f.signedOrRoot,
  args: {
    dest: f.MultiAddress,
    value: Balance,
    gas_limit: f.Weight,
    storage_deposit_limit: Limit,
    data: f.bytes,
  },
  weight: ({ gas_limit }) => f.addWeight(weights.call, gas_limit),
  run: (ctx, who, args) => refusals.refuseCall(ctx, who, args),
})

export const instantiate_with_code = f.call({
  index: 7,
  docs: 'Stores code and makes a contract of it.',
  origin: f.signed,
  args: {
    value: Balance,
    gas_limit: f.Weight,
    storage_deposit_limit: Limit,
    code: f.bytes,
    data: f.bytes,
    salt: f.bytes,
  },
  weight: ({ code, data, salt, gas_limit }) =>
    f.addWeight(weights.instantiate_with_code(code.length, data.length, salt.length), gas_limit),
  run: (ctx, _who, { code }) => refusals.refuseCode(ctx, code),
})

export const instantiate = f.call({
  index: 8,
  docs: 'Makes a contract of stored code.',
  origin: f.signed,
  args: {
    value: Balance,
    gas_limit: f.Weight,
    storage_deposit_limit: Limit,
    code_hash: f.H256,
    data: f.bytes,
    salt: f.bytes,
  },
  weight: ({ data, salt, gas_limit }) =>
    f.addWeight(weights.instantiate(data.length, salt.length), gas_limit),
  run: (ctx, _who, args) => refusals.refuseInstantiation(ctx, args),
})

export const migrate = f.call({
  index: 9,
  docs: 'Goes on with a migration of the pallet’s storage.',
  origin: f.signed,
  args: { weight_limit: f.Weight },
  weight: ({ weight_limit }) => f.addWeight(weights.migrate, weight_limit),
  run: refusals.refuseMigration,
})
