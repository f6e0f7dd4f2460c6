/** Accounts that belong to subnets. */
import * as f from '@taonet/frame'
import { palletAccount } from '../../../common/pallet-account.ts'
import type { NetUid } from '../../../common/units.ts'
import { BurnAccountId, SubtensorPalletId } from '../constants.ts'
import { NetworksAdded } from '../storage.ts'
import { ROOT } from './exists.ts'

/** Digits of an account before the netuid: `0x`, 4 bytes of mark, 8 bytes of pallet id. */
const PREFIX_DIGITS = 2 + 2 * (4 + 8)
const NETUID_DIGITS = 4

const subnetAccounts = new Map<NetUid, f.AccountId>()

/** Account of a netuid whether or not the subnet exists. */
function accountOf(ctx: f.Context, netuid: NetUid): f.AccountId {
  let account = subnetAccounts.get(netuid)
  if (account === undefined) {
    account = palletAccount(SubtensorPalletId.get(ctx), f.u16.encode(netuid))
    subnetAccounts.set(netuid, account)
  }
  return account
}

/**
 * Account that holds a subnet's TAO; undefined when the subnet does not exist. Root always has one.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs get_subnet_account_id
 */
export function getSubnetAccountId(ctx: f.Context, netuid: NetUid): f.AccountId | undefined {
  return NetworksAdded.has(ctx, netuid) || netuid === ROOT ? accountOf(ctx, netuid) : undefined
}

/**
 * The netuid whose account this would be, whether or not that subnet exists.
 *
 * source  opentensor/subtensor pallets/subtensor/src/subnets/subnet.rs is_subnet_account_id
 */
export function isSubnetAccountId(ctx: f.Context, account: f.AccountId): NetUid | undefined {
  const start = palletAccount(SubtensorPalletId.get(ctx)).slice(0, PREFIX_DIGITS)
  const digits = account.slice(PREFIX_DIGITS, PREFIX_DIGITS + NETUID_DIGITS)
  if (!account.startsWith(start)) return undefined
  const netuid = Number.parseInt(digits.slice(2) + digits.slice(0, 2), 16)
  return accountOf(ctx, netuid) === account ? netuid : undefined
}

/** Account that burned TAO is sent to. `source` coinbase/tao.rs burn_tao */
export const getBurnAccountId = (ctx: f.Context): f.AccountId =>
  palletAccount(BurnAccountId.get(ctx))
