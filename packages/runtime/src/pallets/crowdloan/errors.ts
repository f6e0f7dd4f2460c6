/** Errors of Crowdloan, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const DepositTooLow = f.error(0, 'The deposit is below the least one.')
export const CapTooLow = f.error(1, 'The cap is not above what is there already.')
export const MinimumContributionTooLow = f.error(2, 'The least contribution is too low.')
export const CannotEndInPast = f.error(3, 'A crowdloan does not end in the past.')
export const BlockDurationTooShort = f.error(4, 'The crowdloan would be too short.')
export const BlockDurationTooLong = f.error(5, 'The crowdloan would be too long.')
export const InsufficientBalance = f.error(6, 'The account has less than that.')
export const Overflow = f.error(7, 'A number became too large.')
export const InvalidCrowdloanId = f.error(8, 'There is no such crowdloan.')
export const CapRaised = f.error(9, 'The cap is raised already.')
export const ContributionPeriodEnded = f.error(10, 'The crowdloan has ended.')
export const ContributionTooLow = f.error(11, 'The contribution is below the least one.')
export const InvalidOrigin = f.error(12, 'Only the creator may do that.')
export const AlreadyFinalized = f.error(13, 'The crowdloan is finalized.')
export const ContributionPeriodNotEnded = f.error(14, 'The crowdloan has not ended.')
export const NoContribution = f.error(15, 'The account has contributed nothing.')
export const CapNotRaised = f.error(16, 'The cap is not raised.')
export const Underflow = f.error(17, 'A number became negative.')
export const CallUnavailable = f.error(18, 'The call to make cannot be found.')
export const NotReadyToDissolve = f.error(19, 'Others have contributions in it.')
export const DepositCannotBeWithdrawn = f.error(20, 'The creator’s deposit stays.')
export const MaxContributorsReached = f.error(21, 'There are too many contributors.')
export const InvalidFinalizationConfig = f.error(
  22,
  'A crowdloan is either for a call or for an account.',
)
export const MaxContributionReached = f.error(23, 'The account has contributed the most it may.')
export const MaximumContributionTooLow = f.error(24, 'The most one may contribute is too low.')
export const MinimumContributionTooHigh = f.error(
  25,
  'The least contribution is above the most one may contribute.',
)
