/** Errors of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const FeeRateTooHigh = f.error(0, 'The fee rate is above the highest allowed.')
export const InsufficientInputAmount = f.error(1, 'The input is too small to swap.')
export const InsufficientLiquidity = f.error(2, 'The pool holds less than the swap would pay.')
export const PriceLimitExceeded = f.error(3, 'The price is at or past the given limit.')
export const InsufficientBalance = f.error(4, 'The balance is too small.')
export const InvalidTickRange = f.error(5, 'The tick range is invalid.')
export const InvalidLiquidityValue = f.error(6, 'The amount of liquidity is invalid.')
export const ReservesTooLow = f.error(7, 'The reserves are too low to swap.')
export const MechanismDoesNotExist = f.error(8, 'The subnet does not exist.')
export const SubtokenDisabled = f.error(9, "The subnet's token is not enabled.")
export const ReservesOutOfBalance = f.error(10, 'The reserves are too far out of balance.')
export const SwapInputTooLarge = f.error(11, 'The input is too large for the reserve it enters.')
export const Deprecated = f.error(12, 'The call is retired.')
