/** Calls of MevShield. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import * as events from './events.ts'
import { announceNextKey } from './keys.ts'
import { store } from './queue.ts'
import * as storage from './storage.ts'
import * as weights from './weights.ts'

/** Half of a block's time, in picoseconds. */
const MAX_WEIGHT = 2_000_000_000_000n
const Ciphertext = f.boundedBytes(8192)
const Submission = f.tuple(f.AccountId, f.bytes)

export const announce_next_key = f.call({
  index: 0,
  docs: 'Announces the author’s key and moves the keys one block on.',
  origin: f.none,
  args: { enc_key: f.option(f.boundedBytes(2048)) },
  weight: weights.announce_next_key,
  run(ctx, _none, { enc_key }) {
    announceNextKey(ctx, enc_key)
    return undefined
  },
})

export const submit_encrypted = f.call({
  index: 1,
  docs: 'Carries an encrypted transaction, which the author of the block takes out.',
  origin: f.signed,
  args: { ciphertext: Ciphertext },
  weight: weights.submit_encrypted,
  run(ctx, who, { ciphertext }) {
    const id = f.toHex(f.blake2_256(Submission.encode([who, ciphertext])))
    ctx.deposit(events.EncryptedSubmitted({ id, who }))
    return undefined
  },
})

export const store_encrypted = f.call({
  index: 2,
  docs: 'Stores an encrypted call that is run at the start of a later block.',
  origin: f.signed,
  args: { encrypted_call: Ciphertext },
  weight: weights.store_encrypted,
  run(ctx, who, { encrypted_call }) {
    store(ctx, who, encrypted_call)
    return undefined
  },
})

export const set_max_pending_extrinsics_number = f.call({
  index: 3,
  docs: 'Sets how many encrypted calls may wait.',
  origin: f.root,
  args: { value: f.u32 },
  weight: weights.set_max_pending_extrinsics_number,
  run(ctx, _root, { value }) {
    storage.MaxPendingExtrinsicsLimit.set(ctx, value)
    ctx.deposit(events.MaxPendingExtrinsicsNumberSet({ value }))
    return undefined
  },
})

export const set_on_initialize_weight = f.call({
  index: 4,
  docs: 'Sets how much of a block encrypted calls may take, in picoseconds.',
  origin: f.root,
  args: { value: f.u64 },
  weight: weights.set_on_initialize_weight,
  run(ctx, _root, { value }) {
    f.ensure(value <= MAX_WEIGHT, errors.WeightExceedsAbsoluteMax)
    storage.OnInitializeWeight.set(ctx, value)
    ctx.deposit(events.OnInitializeWeightSet({ value }))
    return undefined
  },
})

export const set_stored_extrinsic_lifetime = f.call({
  index: 5,
  docs: 'Sets for how many blocks an encrypted call may wait.',
  origin: f.root,
  args: { value: f.u32 },
  weight: weights.set_stored_extrinsic_lifetime,
  run(ctx, _root, { value }) {
    storage.ExtrinsicLifetime.set(ctx, value)
    ctx.deposit(events.ExtrinsicLifetimeSet({ value }))
    return undefined
  },
})

export const set_max_extrinsic_weight = f.call({
  index: 6,
  docs: 'Sets how much one encrypted call may take, in picoseconds.',
  origin: f.root,
  args: { value: f.u64 },
  weight: weights.set_max_extrinsic_weight,
  run(ctx, _root, { value }) {
    f.ensure(value <= MAX_WEIGHT, errors.WeightExceedsAbsoluteMax)
    storage.MaxExtrinsicWeight.set(ctx, value)
    ctx.deposit(events.MaxExtrinsicWeightSet({ value }))
    return undefined
  },
})
