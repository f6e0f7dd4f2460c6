/** Errors of LimitOrders, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const InvalidSignature = f.error(0, 'The order is not signed by its signer.')
export const OrderAlreadyProcessed = f.error(1, 'The order is executed already.')
export const OrderCancelled = f.error(2, 'The order is cancelled.')
export const OrderExpired = f.error(3, 'The order has expired.')
export const PriceConditionNotMet = f.error(4, 'The price is not where the order wants it.')
export const Unauthorized = f.error(5, 'Only the signer may do that.')
export const SwapReturnedZero = f.error(6, 'The pool gives nothing.')
export const RootNetUidNotAllowed = f.error(7, 'Nothing is traded on the root network.')
export const OrderNetUidMismatch = f.error(8, 'The order is for another subnet.')
export const LimitOrdersDisabled = f.error(9, 'Orders are not executed now.')
export const RelayerMissMatch = f.error(10, 'Only relayers that the order names may execute it.')
export const PartialFillsNotEnabled = f.error(11, 'The order may not be filled in part.')
export const IncorrectPartialFillAmount = f.error(12, 'That is not what is left of the order.')
export const RelayerRequiredForPartialFill = f.error(
  13,
  'Only an order that names relayers may be filled in part.',
)
export const ChainIdMismatch = f.error(14, 'The order is for another chain.')
export const PalletHotkeyNotRegistered = f.error(15, 'The pallet does not own its hotkey.')
export const ArithmeticOverflow = f.error(16, 'A number became too large.')
export const DuplicateOrderInBatch = f.error(17, 'The order stands twice in the batch.')
export const ZeroShareInBatch = f.error(18, 'Somebody would get nothing.')
