/** Wire types of System, as spec 425 declares them. */
import {
  bool,
  bytesN,
  type Codec,
  compact,
  cow,
  cowStr,
  generic,
  option,
  struct,
  tuple,
  u8,
  u32,
  u64,
  type Value,
  variant,
  vec,
} from '../codec/index.ts'
import type { Extrinsic } from '../extrinsic/extrinsic.ts'
import { RuntimeEvent, UncheckedExtrinsic } from '../pallet/outer.ts'
import { DispatchClass, Pays, Weight } from '../pallet/weight.ts'
import { PerDispatchClass } from '../support.ts'
import { H256, Header } from '../types.ts'
import { AccountData } from './account-data.ts'

export const WeightsPerClass = struct('frame_system::limits::WeightsPerClass', {
  base_extrinsic: Weight,
  max_extrinsic: option(Weight),
  max_total: option(Weight),
  reserved: option(Weight),
})
export type WeightsPerClass = Value<typeof WeightsPerClass>

export const BlockWeights = struct('frame_system::limits::BlockWeights', {
  base_block: Weight,
  max_block: Weight,
  per_class: PerDispatchClass(WeightsPerClass),
})
export type BlockWeights = Value<typeof BlockWeights>

export const BlockLength = struct('frame_system::limits::BlockLength', {
  max: PerDispatchClass(u32),
})
export type BlockLength = Value<typeof BlockLength>

export const RuntimeDbWeight = struct('sp_weights::RuntimeDbWeight', {
  read: u64,
  write: u64,
})
export type RuntimeDbWeight = Value<typeof RuntimeDbWeight>

export const RuntimeVersion = struct('sp_version::RuntimeVersion', {
  spec_name: cowStr,
  impl_name: cowStr,
  authoring_version: u32,
  spec_version: u32,
  impl_version: u32,
  apis: cow(vec(tuple(bytesN(8), u32))),
  transaction_version: u32,
  system_version: u8,
})
export type RuntimeVersion = Value<typeof RuntimeVersion>

export const AccountInfo = struct(
  generic('frame_system::AccountInfo', { Nonce: u32, AccountData: AccountData }),
  {
    nonce: u32,
    consumers: u32,
    providers: u32,
    sufficients: u32,
    data: AccountData,
  },
)
export type AccountInfo = Value<typeof AccountInfo>

export const Phase = variant('frame_system::Phase', {
  ApplyExtrinsic: [0, u32],
  Finalization: [1],
  Initialization: [2],
})
export type Phase = Value<typeof Phase>

export const EventRecord = struct(
  generic('frame_system::EventRecord', { E: RuntimeEvent, T: H256 }),
  {
    phase: Phase,
    event: RuntimeEvent,
    topics: vec(H256),
  },
)
export type EventRecord = Value<typeof EventRecord>

export const LastRuntimeUpgradeInfo = struct('frame_system::LastRuntimeUpgradeInfo', {
  spec_version: compact(u32),
  spec_name: cowStr,
})
export type LastRuntimeUpgradeInfo = Value<typeof LastRuntimeUpgradeInfo>

export const CodeUpgradeAuthorization = struct(
  generic('frame_system::CodeUpgradeAuthorization', { T: undefined }),
  {
    code_hash: H256,
    check_version: bool,
  },
)
export type CodeUpgradeAuthorization = Value<typeof CodeUpgradeAuthorization>

export const DispatchEventInfo = struct('frame_system::DispatchEventInfo', {
  weight: Weight,
  class: DispatchClass,
  pays_fee: Pays,
})
export type DispatchEventInfo = Value<typeof DispatchEventInfo>

/** A whole block as runtime APIs take it. */
export interface Block {
  readonly header: Header
  readonly extrinsics: Extrinsic[]
}
export const Block: Codec<Block> = struct<Block>(
  generic('sp_runtime::generic::block::Block', { Header, Extrinsic: UncheckedExtrinsic }),
  { header: Header, extrinsics: vec(UncheckedExtrinsic) },
)
