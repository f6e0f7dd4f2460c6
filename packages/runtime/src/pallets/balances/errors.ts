/** Errors of Balances, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const VestingBalance = f.error(0, 'Vesting balance.')
export const LiquidityRestrictions = f.error(1, 'Liquidity restrictions.')
export const InsufficientBalance = f.error(2, 'Insufficient balance.')
export const ExistentialDeposit = f.error(3, 'Existential deposit.')
export const Expendability = f.error(4, 'Expendability.')
export const ExistingVestingSchedule = f.error(5, 'Existing vesting schedule.')
export const DeadAccount = f.error(6, 'Dead account.')
export const TooManyReserves = f.error(7, 'Too many reserves.')
export const TooManyHolds = f.error(8, 'Too many holds.')
export const TooManyFreezes = f.error(9, 'Too many freezes.')
export const IssuanceDeactivated = f.error(10, 'Issuance deactivated.')
export const DeltaZero = f.error(11, 'Delta zero.')
