/** Storage of MevShield, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { AuraId } from '../aura/types.ts'
import { PendingExtrinsic } from './types.ts'

export const CurrentKey = f.value(f.boundedBytes(2048), undefined)

export const PendingKey = f.value(f.boundedBytes(2048), undefined)

export const NextKey = f.value(f.boundedBytes(2048), undefined)

export const AuthorKeys = f.map([f.twox64_concat(AuraId)], f.boundedBytes(2048), undefined)

export const PendingKeyExpiresAt = f.value(f.u32, undefined)

export const NextKeyExpiresAt = f.value(f.u32, undefined)

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.boundedBytes(128))], f.bool, false)

export const MaxPendingExtrinsicsLimit = f.value(f.u32, 100)

export const ExtrinsicLifetime = f.value(f.u32, 10)

export const OnInitializeWeight = f.value(f.u64, 500_000_000_000n)

export const MaxExtrinsicWeight = f.value(f.u64, 50_000_000_000n)

export const PendingExtrinsics = f.map([f.identity(f.u32)], PendingExtrinsic, undefined)

export const CounterForPendingExtrinsics = f.value(f.u32, 0)

export const NextPendingExtrinsicIndex = f.value(f.u32, 0)
