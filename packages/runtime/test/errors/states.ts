/** States that refusals need, to be put together. */
import * as f from '@taonet/frame'
import { Balances } from '../../src/pallets/balances/index.ts'
import { increaseStake } from '../../src/pallets/subtensor/staking/stake.ts'
import * as s from '../../src/pallets/subtensor/storage.ts'
import { world } from './scene.ts'

const { netuid, signers } = world

/** A change of the state before a call. */
export type Before = (ctx: f.Context) => void

export const all =
  (...steps: readonly Before[]): Before =>
  (ctx) => {
    for (const step of steps) step(ctx)
  }

export const TAO = 1_000_000_000n
export const NOWHERE = 4000
export const ZERO_KEY = f.toHex(new Uint8Array(32))

export const now = (ctx: f.Context): bigint => BigInt(ctx.block)
export const addressOf = (value: f.AccountId) => ({ type: 'Id', value }) as const

/** The account has exactly so much free balance. */
export const owns =
  (account: f.AccountId, new_free: bigint): Before =>
  (ctx) => {
    const who = addressOf(account)
    f.dispatch(ctx, f.Root, Balances.calls.force_set_balance({ who, new_free }))
  }
export const rich = (account: f.AccountId): Before => owns(account, 10n ** 6n * TAO)

/** The coldkey has locked so much for the hotkey. */
export const locked =
  (coldkey: f.AccountId, hotkey: f.AccountId, locked_mass: bigint): Before =>
  (ctx) =>
    s.Lock.set(ctx, coldkey, netuid, hotkey, { locked_mass, conviction: 0n, last_update: now(ctx) })

/** A pool with so much TAO and alpha in it. */
export const pool =
  (tao: bigint, alpha: bigint): Before =>
  (ctx) => {
    s.SubnetMechanism.set(ctx, netuid, 1)
    s.SubnetTAO.set(ctx, netuid, tao)
    s.SubnetAlphaIn.set(ctx, netuid, alpha)
  }

/** The subnet trades at even weights and lets stake be transferred; the coldkey has exactly so much stake at the hotkey. */
export const trading =
  (stake: bigint): Before =>
  (ctx) => {
    pool(10n ** 15n, 10n ** 15n)(ctx)
    s.TransferToggle.set(ctx, netuid, true)
    s.SubtokenEnabled.set(ctx, netuid, true)
    s.StakingHotkeys.set(ctx, signers.coldkey, [signers.hotkey])
    s.SubnetAlphaOut.set(ctx, netuid, 10n ** 15n)
    const place = { hotkey: signers.hotkey, coldkey: signers.coldkey, netuid }
    if (stake > 0n) increaseStake(ctx, place, stake)
  }

export const frozenWindow: Before = (ctx) => s.AdminFreezeWindow.set(ctx, 65_535)
export const openWindow: Before = (ctx) => {
  s.AdminFreezeWindow.set(ctx, 0)
  s.PendingEpochAt.set(ctx, netuid, 0n)
}
