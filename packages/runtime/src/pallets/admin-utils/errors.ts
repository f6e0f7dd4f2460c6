/** Errors of AdminUtils, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const SubnetDoesNotExist = f.error(0, 'There is no such subnet.')
export const MaxValidatorsLargerThanMaxUIds = f.error(
  1,
  'There would be more validators than uids.',
)
export const MaxAllowedUIdsLessThanCurrentUIds = f.error(2, 'The subnet has more uids already.')
export const BondsMovingAverageMaxReached = f.error(
  3,
  'The moving average of bonds is above the highest that owners may set.',
)
export const NegativeSigmoidSteepness = f.error(4, 'Only root may set a negative steepness.')
export const ValueNotInBounds = f.error(5, 'The value is out of its bounds.')
export const MinAllowedUidsGreaterThanCurrentUids = f.error(
  6,
  'The subnet has fewer uids than that.',
)
export const MinAllowedUidsGreaterThanMaxAllowedUids = f.error(
  7,
  'The least number of uids would be above the highest.',
)
export const MaxAllowedUidsLessThanMinAllowedUids = f.error(
  8,
  'The highest number of uids would be below the least.',
)
export const MaxAllowedUidsGreaterThanDefaultMaxAllowedUids = f.error(
  9,
  'No subnet may have that many uids.',
)
export const InvalidValue = f.error(10, 'The value is out of its bounds.')
export const NotPermittedOnRootSubnet = f.error(11, 'Root cannot be changed so.')
export const POWRegistrationDisabled = f.error(12, 'Nobody registers by work any more.')
export const Deprecated = f.error(13, 'The call is out of use.')
