/** Storage of Crowdloan, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { CrowdloanInfo } from './types.ts'

export const Crowdloans = f.map([f.twox64_concat(f.u32)], CrowdloanInfo, undefined)

export const NextCrowdloanId = f.value(f.u32, 0)

export const Contributions = f.map(
  [f.twox64_concat(f.u32), f.identity(f.AccountId)],
  f.u64,
  undefined,
)

export const MaxContributions = f.map([f.twox64_concat(f.u32)], f.u64, undefined)

export const CurrentCrowdloanId = f.value(f.u32, undefined)

/** By migration_name. */
export const HasMigrationRun = f.map([f.identity(f.boundedBytes(128))], f.bool, false)
