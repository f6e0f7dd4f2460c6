/** Constants of Contracts, as spec 425 declares them. */
import * as f from '@taonet/frame'
import {
  ApiVersion as ApiVersionCodec,
  Environment as EnvironmentCodec,
  Schedule as ScheduleCodec,
} from './types.ts'

export const Schedule = f.constant(ScheduleCodec, {
  limits: {
    event_topics: 4,
    memory_pages: 16,
    subject_len: 32,
    payload_len: 16_384,
    runtime_memory: 1_073_741_824,
    validator_runtime_memory: 2_147_483_648,
    event_ref_time: 60_000n,
  },
  instruction_weights: { base: 1259 },
})
export const DepositPerByte = f.constant(f.u64, 30n)
export const DefaultDepositLimit = f.constant(f.u64, 31_534_080n)
export const DepositPerItem = f.constant(f.u64, 75n)
export const CodeHashLockupDepositPercent = f.constant(f.PerbillBits, 300_000_000)
export const MaxCodeLen = f.constant(f.u32, 131_072)
export const MaxStorageKeyLen = f.constant(f.u32, 128)
export const MaxTransientStorageSize = f.constant(f.u32, 1_048_576)
export const MaxDelegateDependencies = f.constant(f.u32, 32)
export const UnsafeUnstableInterface = f.constant(f.bool, false)
export const MaxDebugBufferLen = f.constant(f.u32, 2_097_152)
export const Environment = f.constant(EnvironmentCodec, {
  account_id: null,
  balance: null,
  hash: null,
  hasher: null,
  timestamp: null,
  block_number: null,
})
export const ApiVersion = f.constant(ApiVersionCodec, 4)
