/** Errors of System, as spec 425 declares them. */
import { error } from '../pallet/error.ts'

export const InvalidSpecName = error(0, 'The name of the specification does not match.')
export const SpecVersionNeedsToIncrease = error(
  1,
  'The specification version may not fall or stay.',
)
export const FailedToExtractRuntimeVersion = error(2, 'The new runtime gives no version.')
export const NonDefaultComposite = error(3, 'The account has more than its default data.')
export const NonZeroRefCount = error(4, 'The account is still referred to.')
export const CallFiltered = error(5, 'The origin filter prevents the call.')
export const MultiBlockMigrationsOngoing = error(6, 'A migration over several blocks is under way.')
export const NothingAuthorized = error(7, 'No upgrade is authorised.')
export const Unauthorized = error(8, 'The code is not the authorised one.')
