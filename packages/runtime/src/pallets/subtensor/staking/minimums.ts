/** Least amounts of stake. */
import * as f from '@taonet/frame'
import type { Tao } from '../../../common/units.ts'
import { InitialMinStake } from '../constants.ts'
import { NominatorMinRequiredStake } from '../storage.ts'

/** Least TAO that may be staked or moved, rao. `source` lib.rs DefaultMinStake */
export const defaultMinStake = (ctx: f.Context): Tao => InitialMinStake.get(ctx)

/**
 * Stake that a nominator has to keep, in TAO.
 *
 * units   rao; the stored factor is in millionths of the least stake
 * source  opentensor/subtensor pallets/subtensor/src/utils/misc.rs get_nominator_min_required_stake
 */
export const getNominatorMinRequiredStake = (ctx: f.Context): Tao =>
  f.satU64.mul(InitialMinStake.get(ctx), NominatorMinRequiredStake.get(ctx)) / 1_000_000n
