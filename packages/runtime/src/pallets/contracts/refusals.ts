/** What calls are refused for before any code would run; where code would run, that it cannot. */
import * as f from '@taonet/frame'
import { satU64 } from '@taonet/frame'
import { ExecutionUnavailable } from '../../common/no-execution.ts'
import { existentialDeposit, reducibleBalance } from '../balances/index.ts'
import * as constants from './constants.ts'
import * as errors from './errors.ts'
import * as storage from './storage.ts'
import * as weights from './weights.ts'

/** What a caller puts in, beside the call's data. */
interface Terms {
  readonly value: bigint
  readonly storage_deposit_limit: bigint | undefined
}

const ensureMigrated = (ctx: f.Context): void =>
  f.ensure(!storage.MigrationInProgress.has(ctx), errors.MigrationInProgress)

/** Guard: the caller has what the storage may cost. `source` storage/meter.rs check_limit */
function ensureDeposit(ctx: f.Context, who: f.AccountId, terms: Terms): void {
  const { value, storage_deposit_limit } = terms
  const own = reducibleBalance(ctx, who, 'Preserve', 'Polite')
  const most = satU64.sub(satU64.sub(own, value), existentialDeposit(ctx))
  const standard = constants.DefaultDepositLimit.get(ctx)
  const limit = storage_deposit_limit ?? (most < standard ? most : standard)
  f.ensure(limit <= most, errors.StorageDepositNotEnoughFunds)
}

/** Runs checks whose refusal costs the call's own weight and none of its gas. */
function costing(actual_weight: f.Weight, checks: () => void): void {
  try {
    checks()
  } catch (error) {
    if (!(error instanceof f.DispatchError)) throw error
    throw new f.RefusedWithPost(error, { actual_weight })
  }
}

/**
 * A call to a contract; `who` undefined is root.
 *
 * refuses CannotLookup, StorageDepositNotEnoughFunds, ContractNotFound; ExecutionUnavailable
 * source  polkadot-sdk substrate/frame/contracts/src/lib.rs CallInput
 */
export function refuseCall(
  ctx: f.Context,
  who: f.AccountId | undefined,
  { dest, ...terms }: Terms & { readonly dest: f.MultiAddress },
): never {
  ensureMigrated(ctx)
  const contract = f.targetOf(dest)
  costing(weights.call, () => {
    if (who !== undefined) ensureDeposit(ctx, who, terms)
    f.ensure(storage.ContractInfoOf.has(ctx, contract), errors.ContractNotFound)
  })
  throw ExecutionUnavailable
}

/**
 * Making a contract of stored code.
 *
 * refuses CodeNotFound; ExecutionUnavailable
 * source  polkadot-sdk substrate/frame/contracts/src/lib.rs InstantiateInput
 */
export function refuseInstantiation(
  ctx: f.Context,
  args: { readonly code_hash: f.H256; readonly data: Uint8Array; readonly salt: Uint8Array },
): never {
  ensureMigrated(ctx)
  costing(weights.instantiate(args.data.length, args.salt.length), () =>
    f.ensure(storage.CodeInfoOf.has(ctx, args.code_hash), errors.CodeNotFound),
  )
  throw ExecutionUnavailable
}

/** What every WebAssembly module of version 1 begins with. */
const WASM = f.fromHex('0x0061736d01000000')

/**
 * New code. Whether what begins as a module is a valid one is not looked into.
 *
 * refuses CodeTooLarge, CodeRejected; ExecutionUnavailable
 * source  polkadot-sdk substrate/frame/contracts/src/wasm/prepare.rs
 */
export function refuseCode(ctx: f.Context, code: Uint8Array): never {
  ensureMigrated(ctx)
  f.ensure(code.length <= constants.MaxCodeLen.get(ctx), errors.CodeTooLarge)
  f.ensure(
    WASM.every((byte, i) => code[i] === byte),
    errors.CodeRejected,
  )
  throw ExecutionUnavailable
}

/** Removing code. `refuses` CodeNotFound; ExecutionUnavailable */
export function refuseRemoval(ctx: f.Context, code_hash: f.H256): never {
  ensureMigrated(ctx)
  f.ensure(storage.CodeInfoOf.has(ctx, code_hash), errors.CodeNotFound)
  throw ExecutionUnavailable
}

/** Giving a contract other code. `refuses` CannotLookup, ContractNotFound; ExecutionUnavailable */
export function refuseOtherCode(ctx: f.Context, dest: f.MultiAddress): never {
  ensureMigrated(ctx)
  f.ensure(storage.ContractInfoOf.has(ctx, f.targetOf(dest)), errors.ContractNotFound)
  throw ExecutionUnavailable
}

/**
 * Going on with a migration: this chain has none, and finding that out is paid for.
 *
 * refuses NoMigrationPerformed
 * source  polkadot-sdk substrate/frame/contracts/src/migration.rs migrate
 */
export function refuseMigration(): never {
  const actual_weight = f.addWeight(weights.migrate, weights.migration_noop)
  throw new f.RefusedWithPost(errors.NoMigrationPerformed, { actual_weight })
}
