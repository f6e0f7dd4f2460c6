/** Errors of AdminUtils, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const SubnetDoesNotExist = f.error(0, 'Subnet does not exist.')
export const MaxValidatorsLargerThanMaxUIds = f.error(1, 'Max validators larger than max u ids.')
export const MaxAllowedUIdsLessThanCurrentUIds = f.error(
  2,
  'Max allowed u ids less than current u ids.',
)
export const BondsMovingAverageMaxReached = f.error(3, 'Bonds moving average max reached.')
export const NegativeSigmoidSteepness = f.error(4, 'Negative sigmoid steepness.')
export const ValueNotInBounds = f.error(5, 'Value not in bounds.')
export const MinAllowedUidsGreaterThanCurrentUids = f.error(
  6,
  'Min allowed uids greater than current uids.',
)
export const MinAllowedUidsGreaterThanMaxAllowedUids = f.error(
  7,
  'Min allowed uids greater than max allowed uids.',
)
export const MaxAllowedUidsLessThanMinAllowedUids = f.error(
  8,
  'Max allowed uids less than min allowed uids.',
)
export const MaxAllowedUidsGreaterThanDefaultMaxAllowedUids = f.error(
  9,
  'Max allowed uids greater than default max allowed uids.',
)
export const InvalidValue = f.error(10, 'Invalid value.')
export const NotPermittedOnRootSubnet = f.error(11, 'Not permitted on root subnet.')
export const POWRegistrationDisabled = f.error(12, 'Pow registration disabled.')
export const Deprecated = f.error(13, 'Deprecated.')
