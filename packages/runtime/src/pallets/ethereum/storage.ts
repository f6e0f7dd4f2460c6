/** Storage of Ethereum, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { EthereumBlock, ReceiptV4, TransactionStatus, TransactionV3 } from './types.ts'

export const Pending = f.map(
  [f.identity(f.u32)],
  f.tuple(TransactionV3, TransactionStatus, ReceiptV4),
  undefined,
)

export const CounterForPending = f.value(f.u32, 0)

export const CurrentBlock = f.value(EthereumBlock, undefined)

export const CurrentReceipts = f.value(f.vec(ReceiptV4), undefined)

export const CurrentTransactionStatuses = f.value(f.vec(TransactionStatus), undefined)

export const BlockHash = f.map([f.twox64_concat(f.U256)], f.H256, f.ZERO_H256)
