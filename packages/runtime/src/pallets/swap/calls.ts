/** Calls of Swap. Liquidity of users is gone for good: its calls refuse everyone. */
import * as f from '@taonet/frame'
import { NetworksAdded } from '../subtensor/storage.ts'
import { MaxFeeRate } from './constants.ts'
import { Deprecated, FeeRateTooHigh, MechanismDoesNotExist } from './errors.ts'
import { FeeRateSet } from './events.ts'
import { FeeRate } from './storage.ts'
import { PositionId, TickIndex } from './types.ts'

/** Root sets a pool's fee, in parts of 65535. `refuses` MechanismDoesNotExist, FeeRateTooHigh */
export const set_fee_rate = f.call({
  index: 0,
  origin: f.root,
  args: { netuid: f.u16, rate: f.u16 },
  weight: f.addWeight(f.weight(15_063_000n, 3994n), f.dbReadsWrites(1, 1)),
  docs: "Sets a pool's fee, in parts of 65535. Root only.",
  run(ctx, _, { netuid, rate }) {
    f.ensure(NetworksAdded.get(ctx, netuid), MechanismDoesNotExist)
    f.ensure(rate <= MaxFeeRate.get(ctx), FeeRateTooHigh)
    FeeRate.set(ctx, netuid, rate)
    ctx.deposit(FeeRateSet({ netuid, rate }))
  },
})

const RETIRED = {
  origin: f.anyone,
  weight: f.weight(15_000_000n),
  docs: 'Deprecated; refuses everyone.',
  run(): never {
    throw Deprecated
  },
}

const NO_LIQUIDITY = 'Deprecated, user liquidity is permanently disabled'

export const toggle_user_liquidity = f.call({
  ...RETIRED,
  index: 4,
  args: { netuid: f.u16, enable: f.bool },
})
export const add_liquidity = f.call({
  ...RETIRED,
  index: 1,
  args: {
    hotkey: f.AccountId,
    netuid: f.u16,
    tick_low: TickIndex,
    tick_high: TickIndex,
    liquidity: f.u64,
  },
})
export const remove_liquidity = f.call({
  ...RETIRED,
  index: 2,
  args: { hotkey: f.AccountId, netuid: f.u16, position_id: PositionId },
})
export const modify_position = f.deprecated(
  f.call({
    ...RETIRED,
    index: 3,
    args: { hotkey: f.AccountId, netuid: f.u16, position_id: PositionId, liquidity_delta: f.i64 },
  }),
  NO_LIQUIDITY,
)
export const disable_lp = f.deprecated(f.call({ ...RETIRED, index: 5, args: {} }), NO_LIQUIDITY)
