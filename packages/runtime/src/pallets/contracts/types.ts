/** Wire types of Contracts, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Runtime } from '../../common/runtime-type.ts'

export const HoldReason = f.enumeration('pallet_contracts::pallet::HoldReason', {
  CodeUploadDepositReserve: 0,
  StorageDepositReserve: 1,
})
export type HoldReason = f.Value<typeof HoldReason>

export const Limits = f.struct('pallet_contracts::schedule::Limits', {
  event_topics: f.u32,
  memory_pages: f.u32,
  subject_len: f.u32,
  payload_len: f.u32,
  runtime_memory: f.u32,
  validator_runtime_memory: f.u32,
  event_ref_time: f.u64,
})
export type Limits = f.Value<typeof Limits>

export const InstructionWeights = f.struct(
  f.generic('pallet_contracts::schedule::InstructionWeights', { T: undefined }),
  {
    base: f.u32,
  },
)
export type InstructionWeights = f.Value<typeof InstructionWeights>

export const Schedule = f.struct(
  f.generic('pallet_contracts::schedule::Schedule', { T: undefined }),
  {
    limits: Limits,
    instruction_weights: InstructionWeights,
  },
)
export type Schedule = f.Value<typeof Schedule>

export const EnvironmentType = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.AccountId }),
)
export type EnvironmentType = f.Value<typeof EnvironmentType>

export const EnvironmentType2 = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.u64 }),
)
export type EnvironmentType2 = f.Value<typeof EnvironmentType2>

export const EnvironmentType3 = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.H256 }),
)
export type EnvironmentType3 = f.Value<typeof EnvironmentType3>

export const EnvironmentType4 = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.BlakeTwo256 }),
)
export type EnvironmentType4 = f.Value<typeof EnvironmentType4>

export const EnvironmentType5 = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.u64 }),
)
export type EnvironmentType5 = f.Value<typeof EnvironmentType5>

export const EnvironmentType6 = f.empty(
  f.generic('pallet_contracts::EnvironmentType', { T: f.u32 }),
)
export type EnvironmentType6 = f.Value<typeof EnvironmentType6>

export const Environment = f.struct(f.generic('pallet_contracts::Environment', { T: undefined }), {
  account_id: EnvironmentType,
  balance: EnvironmentType2,
  hash: EnvironmentType3,
  hasher: EnvironmentType4,
  timestamp: EnvironmentType5,
  block_number: EnvironmentType6,
})
export type Environment = f.Value<typeof Environment>

export const ApiVersion = f.newtype('pallet_contracts::ApiVersion', f.u16)
export type ApiVersion = f.Value<typeof ApiVersion>

export const Determinism = f.enumeration('pallet_contracts::wasm::Determinism', {
  Enforced: 0,
  Relaxed: 1,
})
export type Determinism = f.Value<typeof Determinism>

export const CodeInfo = f.struct(f.generic('pallet_contracts::wasm::CodeInfo', { T: undefined }), {
  owner: f.AccountId,
  deposit: f.compact(f.u64),
  refcount: f.compact(f.u64),
  determinism: Determinism,
  code_len: f.u32,
})
export type CodeInfo = f.Value<typeof CodeInfo>

export const ContractInfo = f.struct(
  f.generic('pallet_contracts::storage::ContractInfo', { T: undefined }),
  {
    trie_id: f.boundedBytes(128),
    code_hash: f.H256,
    storage_bytes: f.u32,
    storage_items: f.u32,
    storage_byte_deposit: f.u64,
    storage_item_deposit: f.u64,
    storage_base_deposit: f.u64,
    delegate_dependencies: f.boundedBtreeMap(f.H256, f.u64),
  },
)
export type ContractInfo = f.Value<typeof ContractInfo>

export const DeletionQueueManager = f.struct(
  f.generic('pallet_contracts::storage::DeletionQueueManager', { T: undefined }),
  {
    insert_counter: f.u32,
    delete_counter: f.u32,
  },
)
export type DeletionQueueManager = f.Value<typeof DeletionQueueManager>

export const UploadOrigin = f.variant(f.generic('pallet_contracts::Origin', { T: Runtime }), {
  Root: [0],
  Signed: [1, f.AccountId],
})
export type UploadOrigin = f.Value<typeof UploadOrigin>

export const ReturnFlags = f.struct('pallet_contracts_uapi::flags::ReturnFlags', {
  bits: f.u32,
})
export type ReturnFlags = f.Value<typeof ReturnFlags>

export const ExecReturnValue = f.struct('pallet_contracts::primitives::ExecReturnValue', {
  flags: ReturnFlags,
  data: f.bytes,
})
export type ExecReturnValue = f.Value<typeof ExecReturnValue>

export const StorageDeposit = f.variant(
  f.generic('pallet_contracts::primitives::StorageDeposit', { Balance: f.u64 }),
  {
    Refund: [0, f.u64],
    Charge: [1, f.u64],
  },
)
export type StorageDeposit = f.Value<typeof StorageDeposit>

export const ContractResult = f.struct(
  f.generic('pallet_contracts::primitives::ContractResult', {
    R: f.result(ExecReturnValue, f.DispatchErrorWire),
    Balance: f.u64,
    EventRecord: f.EventRecordCodec,
  }),
  {
    gas_consumed: f.Weight,
    gas_required: f.Weight,
    storage_deposit: StorageDeposit,
    debug_message: f.bytes,
    result: f.result(ExecReturnValue, f.DispatchErrorWire),
    events: f.option(f.vec(f.EventRecordCodec)),
  },
)
export type ContractResult = f.Value<typeof ContractResult>

export const Code = f.variant(f.generic('pallet_contracts::primitives::Code', { Hash: f.H256 }), {
  Upload: [0, f.bytes],
  Existing: [1, f.H256],
})
export type Code = f.Value<typeof Code>

export const InstantiateReturnValue = f.struct(
  f.generic('pallet_contracts::primitives::InstantiateReturnValue', { AccountId: f.AccountId }),
  {
    result: ExecReturnValue,
    account_id: f.AccountId,
  },
)
export type InstantiateReturnValue = f.Value<typeof InstantiateReturnValue>

export const ContractResult2 = f.struct(
  f.generic('pallet_contracts::primitives::ContractResult', {
    R: f.result(InstantiateReturnValue, f.DispatchErrorWire),
    Balance: f.u64,
    EventRecord: f.EventRecordCodec,
  }),
  {
    gas_consumed: f.Weight,
    gas_required: f.Weight,
    storage_deposit: StorageDeposit,
    debug_message: f.bytes,
    result: f.result(InstantiateReturnValue, f.DispatchErrorWire),
    events: f.option(f.vec(f.EventRecordCodec)),
  },
)
export type ContractResult2 = f.Value<typeof ContractResult2>

export const CodeUploadReturnValue = f.struct(
  f.generic('pallet_contracts::primitives::CodeUploadReturnValue', {
    CodeHash: f.H256,
    Balance: f.u64,
  }),
  {
    code_hash: f.H256,
    deposit: f.u64,
  },
)
export type CodeUploadReturnValue = f.Value<typeof CodeUploadReturnValue>

export const ContractAccessError = f.enumeration(
  'pallet_contracts::primitives::ContractAccessError',
  { DoesntExist: 0, KeyDecodingFailed: 1, MigrationInProgress: 2 },
)
export type ContractAccessError = f.Value<typeof ContractAccessError>
