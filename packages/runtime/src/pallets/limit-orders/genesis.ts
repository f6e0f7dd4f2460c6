/** LimitOrders in the first state. */
import type * as f from '@taonet/frame'
import { attempt } from '../../common/attempt.ts'
import { createAccountIfNonExistent } from '../subtensor/staking/accounts.ts'
import { PalletHotkey } from './constants.ts'
import { middleman } from './order.ts'
import * as storage from './storage.ts'

/** The pallet trades with a hotkey of its own, and is switched on. */
export function genesis(ctx: f.Context): void {
  attempt(() => createAccountIfNonExistent(ctx, middleman(ctx), PalletHotkey.get(ctx)))
  storage.LimitOrdersEnabled.set(ctx, true)
}
