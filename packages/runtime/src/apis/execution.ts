/** Questions whose answer takes running a contract: each says, in its own result type, that this is not possible yet. */
import * as f from '@taonet/frame'
import { ExecutionUnavailable } from '../common/no-execution.ts'
import {
  Code,
  CodeUploadReturnValue,
  ContractResult,
  ContractResult2,
  Determinism,
} from '../pallets/contracts/types.ts'
import { AuthorizationListItem } from '../pallets/ethereum/types.ts'
import { ExecutionInfoV2, ExecutionInfoV22 } from '../pallets/evm/types.ts'

const unavailable = { ok: false, error: ExecutionUnavailable.toWire() } as const

/** What an Ethereum execution is asked with, beside its target. */
const terms = {
  data: f.bytes,
  value: f.U256,
  gas_limit: f.U256,
  max_fee_per_gas: f.option(f.U256),
  max_priority_fee_per_gas: f.option(f.U256),
  nonce: f.option(f.U256),
  estimate: f.bool,
  access_list: f.option(f.vec(f.tuple(f.H160, f.vec(f.H256)))),
  authorization_list: f.option(f.vec(AuthorizationListItem)),
}

export const ethereumExecution = {
  call: f.method(
    { from: f.H160, to: f.H160, ...terms },
    f.result(ExecutionInfoV2, f.DispatchErrorWire),
    () => unavailable,
  ),
  create: f.method(
    { from: f.H160, ...terms },
    f.result(ExecutionInfoV22, f.DispatchErrorWire),
    () => unavailable,
  ),
}

/** A dry run that used nothing and says why. */
const nothingRun = {
  gas_consumed: f.NO_WEIGHT,
  gas_required: f.NO_WEIGHT,
  storage_deposit: { type: 'Charge', value: 0n },
  debug_message: f.utf8(ExecutionUnavailable.message),
  result: unavailable,
  events: undefined,
} as const

const Limits = {
  value: f.u64,
  gas_limit: f.option(f.Weight),
  storage_deposit_limit: f.option(f.u64),
}

export const contractsExecution = {
  call: f.method(
    { origin: f.AccountId, dest: f.AccountId, ...Limits, input_data: f.bytes },
    ContractResult,
    () => nothingRun,
  ),
  instantiate: f.method(
    { origin: f.AccountId, ...Limits, code: Code, data: f.bytes, salt: f.bytes },
    ContractResult2,
    () => nothingRun,
  ),
  upload_code: f.method(
    {
      origin: f.AccountId,
      code: f.bytes,
      storage_deposit_limit: f.option(f.u64),
      determinism: Determinism,
    },
    f.result(CodeUploadReturnValue, f.DispatchErrorWire),
    () => unavailable,
  ),
}
