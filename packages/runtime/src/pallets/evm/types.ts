/** Wire types of EVM, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Log } from '../ethereum/types.ts'

export const ExitSucceed = f.enumeration('evm_core::error::ExitSucceed', {
  Stopped: 0,
  Returned: 1,
  Suicided: 2,
})
export type ExitSucceed = f.Value<typeof ExitSucceed>

export const Opcode = f.newtype('evm_core::opcode::Opcode', f.u8)
export type Opcode = f.Value<typeof Opcode>

export const ExitError = f.variant('evm_core::error::ExitError', {
  StackUnderflow: [0],
  StackOverflow: [1],
  InvalidJump: [2],
  InvalidRange: [3],
  DesignatedInvalid: [4],
  CallTooDeep: [5],
  CreateCollision: [6],
  CreateContractLimit: [7],
  InvalidCode: [15, Opcode],
  OutOfOffset: [8],
  OutOfGas: [9],
  OutOfFund: [10],
  PCUnderflow: [11],
  CreateEmpty: [12],
  Other: [13, f.cowStr],
  MaxNonce: [14],
})
export type ExitError = f.Value<typeof ExitError>

export const ExitRevert = f.enumeration('evm_core::error::ExitRevert', { Reverted: 0 })
export type ExitRevert = f.Value<typeof ExitRevert>

export const ExitFatal = f.variant('evm_core::error::ExitFatal', {
  NotSupported: [0],
  UnhandledInterrupt: [1],
  CallErrorAsFatal: [2, ExitError],
  Other: [3, f.cowStr],
})
export type ExitFatal = f.Value<typeof ExitFatal>

export const EvmExitReason = f.variant('evm_core::error::ExitReason', {
  Succeed: [0, ExitSucceed],
  Error: [1, ExitError],
  Revert: [2, ExitRevert],
  Fatal: [3, ExitFatal],
})
export type EvmExitReason = f.Value<typeof EvmExitReason>

export const CodeMetadata = f.struct('pallet_evm::CodeMetadata', {
  size: f.u64,
  hash: f.H256,
})
export type CodeMetadata = f.Value<typeof CodeMetadata>

export const Basic = f.struct('evm::backend::Basic', {
  balance: f.U256,
  nonce: f.U256,
})
export type Basic = f.Value<typeof Basic>

export const UsedGas = f.struct('fp_evm::UsedGas', {
  standard: f.U256,
  effective: f.U256,
})
export type UsedGas = f.Value<typeof UsedGas>

export const WeightInfo = f.struct('fp_evm::WeightInfo', {
  ref_time_limit: f.option(f.u64),
  proof_size_limit: f.option(f.u64),
  ref_time_usage: f.option(f.u64),
  proof_size_usage: f.option(f.u64),
})
export type WeightInfo = f.Value<typeof WeightInfo>

export const ExecutionInfoV2 = f.struct(f.generic('fp_evm::ExecutionInfoV2', { T: f.bytes }), {
  exit_reason: EvmExitReason,
  value: f.bytes,
  used_gas: UsedGas,
  weight_info: f.option(WeightInfo),
  logs: f.vec(Log),
})
export type ExecutionInfoV2 = f.Value<typeof ExecutionInfoV2>

export const ExecutionInfoV22 = f.struct(f.generic('fp_evm::ExecutionInfoV2', { T: f.H160 }), {
  exit_reason: EvmExitReason,
  value: f.H160,
  used_gas: UsedGas,
  weight_info: f.option(WeightInfo),
  logs: f.vec(Log),
})
export type ExecutionInfoV22 = f.Value<typeof ExecutionInfoV22>
