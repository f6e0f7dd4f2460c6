/** Storage of System, as spec 425 declares them. */

import { bool, bytes, tuple, u32, vec } from '../codec/index.ts'
import { Weight } from '../pallet/weight.ts'
import { blake2_128_concat, twox64_concat } from '../storage/hashers.ts'
import { map, value } from '../storage/items.ts'
import { PerDispatchClass } from '../support.ts'
import { AccountId, Digest as DigestCodec, H256, ZERO_H256 } from '../types.ts'
import {
  AccountInfo,
  CodeUpgradeAuthorization,
  EventRecord,
  LastRuntimeUpgradeInfo,
  Phase,
} from './types.ts'

export const Account = map([blake2_128_concat(AccountId)], AccountInfo, {
  nonce: 0,
  consumers: 0,
  providers: 0,
  sufficients: 0,
  data: {
    free: 0n,
    reserved: 0n,
    frozen: 0n,
    flags: 170_141_183_460_469_231_731_687_303_715_884_105_728n,
  },
})

export const ExtrinsicCount = value(u32, undefined)

export const InherentsApplied = value(bool, false)

export const BlockWeight = value(PerDispatchClass(Weight), {
  normal: { ref_time: 0n, proof_size: 0n },
  operational: { ref_time: 0n, proof_size: 0n },
  mandatory: { ref_time: 0n, proof_size: 0n },
})

export const AllExtrinsicsLen = value(u32, undefined)

export const BlockHash = map([twox64_concat(u32)], H256, ZERO_H256)

export const ExtrinsicData = map([twox64_concat(u32)], bytes, new Uint8Array())

export const Number = value(u32, 0)

export const ParentHash = value(H256, ZERO_H256)

export const Digest = value(DigestCodec, { logs: [] })

export const Events = value(vec(EventRecord), [])

export const EventCount = value(u32, 0)

export const EventTopics = map([blake2_128_concat(H256)], vec(tuple(u32, u32)), [])

export const LastRuntimeUpgrade = value(LastRuntimeUpgradeInfo, undefined)

export const UpgradedToU32RefCount = value(bool, false)

export const UpgradedToTripleRefCount = value(bool, false)

export const ExecutionPhase = value(Phase, undefined)

export const AuthorizedUpgrade = value(CodeUpgradeAuthorization, undefined)

export const ExtrinsicWeightReclaimed = value(Weight, { ref_time: 0n, proof_size: 0n })
