/** Balances: the pallet's table, and what other pallets use of it. */
import * as f from '@taonet/frame'
import { RuntimeFreezeReason, RuntimeHoldReason } from '../../common/reasons.ts'
import * as calls from './calls.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as events from './events.ts'
import * as hooks from './hooks.ts'
import * as storage from './storage.ts'

export {
  account,
  ensureUpgraded,
  existentialDeposit,
} from './account.ts'
export * from './currency.ts'
export { genesis } from './genesis.ts'
export * from './holds.ts'
export * from './imbalance.ts'
export * from './inspect.ts'
export * from './mutate.ts'
export {
  canReserve,
  type Repatriation,
  repatriateReserved,
  reserve,
  slashReserved,
  unreserve,
} from './reserve.ts'
export { calls, constants, errors, events, storage }

export const Balances = f.pallet('Balances', {
  crate: 'pallet_balances',
  constants,
  storage,
  events,
  errors,
  calls,
  hooks,
  generics: { Call: ['T', 'I'], Event: ['T', 'I'], Error: ['T', 'I'] },
  types: {
    RuntimeHoldReason,
    Balance: f.u64,
    ReserveIdentifier: f.bytesN(8),
    FreezeIdentifier: RuntimeFreezeReason,
  },
})
