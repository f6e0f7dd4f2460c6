/** Accounts that belong to subnets. */
import type * as f from '@taonet/frame'
import type { NetUid } from '../../../common/units.ts'
import { BurnAccountId, SubtensorPalletId } from '../constants.ts'
import { NetworksAdded } from '../storage.ts'
import { ROOT } from './exists.ts'

const MODULE = '6d6f646c'
const ACCOUNT_DIGITS = 64

/** Account of a pallet id: `modl`, the id, a sub-id, then zeros. */
function palletAccount(palletId: string, subId: string): f.AccountId {
  return `0x${`${MODULE}${palletId.slice(2)}${subId}`.padEnd(ACCOUNT_DIGITS, '0')}`
}

const u16LittleEndian = (n: number) =>
  `${(n & 0xff).toString(16).padStart(2, '0')}${(n >> 8).toString(16).padStart(2, '0')}`

const subnetAccounts = new Map<NetUid, f.AccountId>()

/** Account of a netuid whether or not the subnet exists. */
function accountOf(ctx: f.Context, netuid: NetUid): f.AccountId {
  let account = subnetAccounts.get(netuid)
  if (account === undefined) {
    account = palletAccount(SubtensorPalletId.get(ctx), u16LittleEndian(netuid))
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
  const prefix = `0x${MODULE}${SubtensorPalletId.get(ctx).slice(2)}`
  if (!account.startsWith(prefix) || !/^0*$/.test(account.slice(prefix.length + 4)))
    return undefined
  const digits = account.slice(prefix.length, prefix.length + 4)
  return Number.parseInt(digits.slice(2) + digits.slice(0, 2), 16)
}

/** Account that burned TAO is sent to. `source` coinbase/tao.rs burn_tao */
export const getBurnAccountId = (ctx: f.Context): f.AccountId =>
  palletAccount(BurnAccountId.get(ctx), '')
