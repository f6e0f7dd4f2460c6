/** Errors of EVM, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BalanceLow = f.error(0, 'Balance low.')
export const FeeOverflow = f.error(1, 'Fee overflow.')
export const PaymentOverflow = f.error(2, 'Payment overflow.')
export const WithdrawFailed = f.error(3, 'Withdraw failed.')
export const GasPriceTooLow = f.error(4, 'Gas price too low.')
export const InvalidNonce = f.error(5, 'Invalid nonce.')
export const GasLimitTooLow = f.error(6, 'Gas limit too low.')
export const GasLimitTooHigh = f.error(7, 'Gas limit too high.')
export const InvalidChainId = f.error(8, 'Invalid chain id.')
export const InvalidSignature = f.error(9, 'Invalid signature.')
export const Reentrancy = f.error(10, 'Reentrancy.')
export const TransactionMustComeFromEOA = f.error(11, 'Transaction must come from eoa.')
export const Undefined = f.error(12, 'Undefined.')
export const NotAllowed = f.error(13, 'Not allowed.')
export const CreateOriginNotAllowed = f.error(14, 'Create origin not allowed.')
