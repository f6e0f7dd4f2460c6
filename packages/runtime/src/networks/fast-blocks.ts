/** Settings of upstream's fast build: blocks of a quarter of a second, and what follows from that. */
import type * as f from '@taonet/frame'
import * as aura from '../pallets/aura/constants.ts'
import * as crowdloan from '../pallets/crowdloan/constants.ts'
import * as limits from '../pallets/subtensor/build-limits.ts'
import * as subtensor from '../pallets/subtensor/constants.ts'
import * as timestamp from '../pallets/timestamp/constants.ts'
import { DEV } from './dev-accounts.ts'

/** source  opentensor/subtensor, every `prod_or_fast!` */
export const FAST_BLOCKS: readonly f.Setting[] = [
  timestamp.MinimumPeriod.is(125n),
  aura.SlotDuration.is(250n),
  subtensor.InitialTempo.is(10),
  subtensor.InitialTxChildKeyTakeRateLimit.is(5n),
  subtensor.InitialColdkeySwapAnnouncementDelay.is(50),
  subtensor.InitialColdkeySwapReannouncementDelay.is(10),
  subtensor.HotkeySwapOnSubnetInterval.is(1n),
  subtensor.InitialMaxEpochsPerBlock.is(32),
  crowdloan.MinimumBlockDuration.is(50),
  crowdloan.MaximumBlockDuration.is(20_000),
  limits.InitialPendingChildKeyCooldown.is(15n),
  limits.EvmKeyAssociateRateLimit.is(1n),
  limits.MaxUidsTrimmingRateLimit.is(1n),
  limits.MechanismCountSetRateLimit.is(1n),
  limits.MechanismEmissionRateLimit.is(1n),
]

/** Who owns the root network in fast builds. */
export const FAST_ROOT_OWNER = { coldkey: DEV.Alice, hotkey: DEV.Alice_hk }
