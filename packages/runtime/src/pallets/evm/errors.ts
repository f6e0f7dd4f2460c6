/** Errors of EVM, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const BalanceLow = f.error(0, 'The balance does not cover value and fee.')
export const FeeOverflow = f.error(1, 'The fee is too large a number.')
export const PaymentOverflow = f.error(2, 'Value and fee are too large a number.')
export const WithdrawFailed = f.error(3, 'The fee cannot be taken.')
export const GasPriceTooLow = f.error(4, 'The price of gas is too low.')
export const InvalidNonce = f.error(5, 'The nonce is not the next one.')
export const GasLimitTooLow = f.error(6, 'The gas does not cover the transaction itself.')
export const GasLimitTooHigh = f.error(7, 'The gas is more than a block has.')
export const InvalidChainId = f.error(8, 'The transaction is for another chain.')
export const InvalidSignature = f.error(9, 'The signature does not hold.')
export const Reentrancy = f.error(10, 'The EVM is running already.')
export const TransactionMustComeFromEOA = f.error(11, 'Contracts send no transactions.')
export const Undefined = f.error(12, 'The transaction is malformed.')
export const NotAllowed = f.error(13, 'The address is not on the whitelist.')
export const CreateOriginNotAllowed = f.error(14, 'The address may not create contracts.')
