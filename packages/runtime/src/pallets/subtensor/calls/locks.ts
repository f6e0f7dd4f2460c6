/** Calls that lock stake. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { RejectLockedAlphaUpdated } from '../events.ts'
import { setAcceptLockedAlpha } from '../locks/accept-locked-alpha.ts'
import { lockStake } from '../locks/lock-stake.ts'
import { moveLock } from '../locks/move-lock.ts'
import { setPerpetualLock } from '../locks/perpetual.ts'

export const lock_stake = f.call({
  index: 136,
  origin: f.signed,
  args: { hotkey: f.AccountId, netuid: f.u16, amount: f.u64 },
  weight: weights.lock_stake,
  docs: 'Locks alpha on a subnet in favour of a hotkey.',
  run: (ctx, coldkey, { hotkey, netuid, amount }) =>
    lockStake(ctx, { coldkey, netuid, hotkey }, amount),
})

export const move_lock = f.call({
  index: 137,
  origin: f.signed,
  args: { destination_hotkey: f.AccountId, netuid: f.u16 },
  weight: weights.move_lock,
  docs: 'Points the caller’s lock on a subnet at another hotkey.',
  run: (ctx, coldkey, { destination_hotkey, netuid }) =>
    moveLock(ctx, coldkey, destination_hotkey, netuid),
})

export const set_perpetual_lock = f.call({
  index: 138,
  origin: f.signed,
  args: { netuid: f.u16, enabled: f.bool },
  weight: f.dbReadsWrites(4, 3),
  docs: 'Says whether the caller’s lock on a subnet keeps its mass.',
  run: (ctx, coldkey, { netuid, enabled }) => setPerpetualLock(ctx, coldkey, netuid, enabled),
})

export const set_reject_locked_alpha = f.call({
  index: 142,
  origin: f.signed,
  args: { enabled: f.bool },
  weight: f.dbReadsWrites(1, 1),
  docs: 'Says whether the caller rejects locked alpha from others, as it does by default.',
  run(ctx, coldkey, { enabled }) {
    setAcceptLockedAlpha(ctx, coldkey, !enabled)
    ctx.deposit(RejectLockedAlphaUpdated({ coldkey, enabled }))
  },
})
