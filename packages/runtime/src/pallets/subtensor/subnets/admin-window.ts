/** When a subnet may not be changed because an epoch is near. */
import * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { currentBlock } from '../clock.ts'
import { isInAdminFreezeWindow as isFrozen } from '../epoch/schedule.ts'
import { AdminActionProhibitedDuringWeightsWindow } from '../errors.ts'
import { AdminFreezeWindow } from '../storage.ts'
import { readSchedule } from './epoch-schedule.ts'

/** `source` utils/misc.rs is_in_admin_freeze_window */
export const isInAdminFreezeWindow = (ctx: f.Context, netuid: NetUid): boolean =>
  isFrozen(readSchedule(ctx, netuid), AdminFreezeWindow.get(ctx), currentBlock(ctx))

/**
 * Refuses while the subnet may not be changed.
 *
 * refuses AdminActionProhibitedDuringWeightsWindow
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs ensure_admin_window_open
 */
export function ensureAdminWindowOpen(ctx: f.Context, netuid: NetUid): void {
  f.ensure(!isInAdminFreezeWindow(ctx, netuid), AdminActionProhibitedDuringWeightsWindow)
}
