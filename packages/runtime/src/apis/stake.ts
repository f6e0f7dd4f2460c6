/** Stake of coldkeys, and locks on it. */
import * as f from '@taonet/frame'
import { getColdkeyLock } from '../pallets/subtensor/locks/availability.ts'
import { hotkeyConviction, subnetKing } from '../pallets/subtensor/locks/conviction.ts'
import * as stake from '../pallets/subtensor/rpc-info/stake-info.ts'
import { StakeAvailability, StakeInfo } from '../pallets/subtensor/rpc-info/types.ts'
import { LockState } from '../pallets/subtensor/types.ts'

const End = f.option(f.tuple(f.AccountId, f.u16))

/** source  opentensor/subtensor pallets/subtensor/runtime-api/src/lib.rs StakeInfoRuntimeApi */
export const StakeInfoRuntimeApi = f.api('StakeInfoRuntimeApi', 1, {
  get_stake_info_for_coldkey: f.method(
    { coldkey_account: f.AccountId },
    f.vec(StakeInfo),
    (ctx, { coldkey_account }) => stake.getStakeInfoForColdkey(ctx, coldkey_account),
  ),
  get_stake_info_for_coldkeys: f.method(
    { coldkey_accounts: f.vec(f.AccountId) },
    f.vec(f.tuple(f.AccountId, f.vec(StakeInfo))),
    (ctx, { coldkey_accounts }) => stake.getStakeInfoForColdkeys(ctx, coldkey_accounts),
  ),
  get_stake_info_for_hotkey_coldkey_netuid: f.method(
    { hotkey_account: f.AccountId, coldkey_account: f.AccountId, netuid: f.u16 },
    f.option(StakeInfo),
    (ctx, { hotkey_account, coldkey_account, netuid }) =>
      stake.getStakeInfo(ctx, { hotkey: hotkey_account, coldkey: coldkey_account, netuid }),
  ),
  get_stake_availability_for_coldkeys: f.method(
    { coldkey_accounts: f.vec(f.AccountId), netuids: f.option(f.vec(f.u16)) },
    f.btreeMap(f.AccountId, f.btreeMap(f.u16, StakeAvailability)),
    (ctx, { coldkey_accounts, netuids }) =>
      stake.getStakeAvailabilityForColdkeys(ctx, coldkey_accounts, netuids),
  ),
  get_stake_fee: f.method(
    {
      origin: End,
      origin_coldkey_account: f.AccountId,
      destination: End,
      destination_coldkey_account: f.AccountId,
      amount: f.u64,
    },
    f.u64,
    (ctx, { origin, destination, amount }) => stake.getStakeFee(ctx, origin, destination, amount),
  ),
  get_coldkey_lock: f.method(
    { coldkey: f.AccountId, netuid: f.u16 },
    f.option(LockState),
    (ctx, { coldkey, netuid }) => getColdkeyLock(ctx, coldkey, netuid),
  ),
  get_hotkey_conviction: f.method(
    { hotkey: f.AccountId, netuid: f.u16 },
    f.U64F64Bits,
    (ctx, { hotkey, netuid }) => hotkeyConviction(ctx, hotkey, netuid),
  ),
  get_most_convicted_hotkey_on_subnet: f.method(
    { netuid: f.u16 },
    f.option(f.AccountId),
    (ctx, { netuid }) => subnetKing(ctx, netuid),
  ),
})
