/** Weights of Balances' calls, as benchmarked upstream. */
import * as f from '@taonet/frame'

const touching = (refTime: bigint, proofSize: bigint, accounts = 1): f.Weight =>
  f.addWeight(f.weight(refTime, proofSize), f.dbReadsWrites(accounts, accounts))

export const transfer_allow_death = touching(48_834_000n, 3593n)
export const transfer_keep_alive = touching(39_051_000n, 3593n)
export const force_set_balance_creating = touching(12_547_000n, 3593n)
export const force_set_balance_killing = touching(19_206_000n, 3593n)
export const force_transfer = touching(49_519_000n, 6196n, 2)
export const transfer_all = touching(48_209_000n, 3593n)
export const force_unreserve = touching(15_515_000n, 3593n)
export const upgrade_accounts = (accounts: number): f.Weight =>
  f.addWeight(
    f.weight(14_674_000n, 990n),
    f.addWeight(
      f.mulWeight(f.weight(14_648_188n, 2603n), BigInt(accounts)),
      f.dbReadsWrites(accounts, accounts),
    ),
  )
export const force_adjust_total_issuance = f.weight(5_351_000n)
export const burn_allow_death = f.weight(30_219_000n)
export const burn_keep_alive = f.weight(20_720_000n)
