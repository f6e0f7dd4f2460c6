/** Errors of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const FeeRateTooHigh = f.error(0, 'Fee rate too high.')
export const InsufficientInputAmount = f.error(1, 'Insufficient input amount.')
export const InsufficientLiquidity = f.error(2, 'Insufficient liquidity.')
export const PriceLimitExceeded = f.error(3, 'Price limit exceeded.')
export const InsufficientBalance = f.error(4, 'Insufficient balance.')
export const InvalidTickRange = f.error(5, 'Invalid tick range.')
export const InvalidLiquidityValue = f.error(6, 'Invalid liquidity value.')
export const ReservesTooLow = f.error(7, 'Reserves too low.')
export const MechanismDoesNotExist = f.error(8, 'Mechanism does not exist.')
export const SubtokenDisabled = f.error(9, 'Subtoken disabled.')
export const ReservesOutOfBalance = f.error(10, 'Reserves out of balance.')
export const SwapInputTooLarge = f.error(11, 'Swap input too large.')
export const Deprecated = f.error(12, 'Deprecated.')
