/** Transactions and receipts as Ethereum writes them. */
import * as f from '@taonet/frame'
import { rlpBytes, rlpHex, rlpHexNumber, rlpList, rlpNumber } from './rlp.ts'
import type {
  AccessListItem,
  AuthorizationListItem,
  EIP1559Transaction,
  EIP2930Transaction,
  EIP7702Transaction,
  LegacyTransaction,
  Log,
  ReceiptV4,
  TransactionAction,
  TransactionV3,
} from './types.ts'

/** The byte in front of everything but legacy. */
const TYPE_BYTE = { Legacy: undefined, EIP2930: 1, EIP1559: 2, EIP7702: 4 } as const

function enveloped(type: keyof typeof TYPE_BYTE, payload: Uint8Array): Uint8Array {
  const byte = TYPE_BYTE[type]
  return byte === undefined ? payload : f.concatBytes(Uint8Array.of(byte), payload)
}

const rlpAction = (action: TransactionAction): Uint8Array =>
  rlpBytes(action.type === 'Call' ? f.fromHex(action.value) : new Uint8Array())

const rlpAccessList = (list: readonly AccessListItem[]): Uint8Array =>
  rlpList(
    list.map(({ address, storage_keys }) =>
      rlpList([rlpHex(address), rlpList(storage_keys.map(rlpHex))]),
    ),
  )

interface Signature {
  readonly odd_y_parity: boolean
  readonly r: f.H256
  readonly s: f.H256
}
const rlpSignature = ({ odd_y_parity, r, s }: Signature): Uint8Array[] => [
  rlpNumber(odd_y_parity ? 1 : 0),
  rlpHexNumber(r),
  rlpHexNumber(s),
]

const rlpAuthorizationList = (list: readonly AuthorizationListItem[]): Uint8Array =>
  rlpList(
    list.map(({ chain_id, address, nonce, signature }) =>
      rlpList([rlpNumber(chain_id), rlpHex(address), rlpNumber(nonce), ...rlpSignature(signature)]),
    ),
  )

const legacyFields = (tx: LegacyTransaction): Uint8Array[] => [
  ...[tx.nonce, tx.gas_price, tx.gas_limit].map(rlpNumber),
  rlpAction(tx.action),
  rlpNumber(tx.value),
  rlpBytes(tx.input),
]
const eip2930Fields = (tx: EIP2930Transaction): Uint8Array[] => [
  ...[tx.chain_id, tx.nonce, tx.gas_price, tx.gas_limit].map(rlpNumber),
  rlpAction(tx.action),
  rlpNumber(tx.value),
  rlpBytes(tx.input),
  rlpAccessList(tx.access_list),
]
const eip1559Fields = (tx: EIP1559Transaction): Uint8Array[] => [
  ...[tx.chain_id, tx.nonce, tx.max_priority_fee_per_gas].map(rlpNumber),
  ...[tx.max_fee_per_gas, tx.gas_limit].map(rlpNumber),
  rlpAction(tx.action),
  rlpNumber(tx.value),
  rlpBytes(tx.input),
  rlpAccessList(tx.access_list),
]
const eip7702Fields = (tx: EIP7702Transaction): Uint8Array[] => [
  ...[tx.chain_id, tx.nonce, tx.max_priority_fee_per_gas].map(rlpNumber),
  ...[tx.max_fee_per_gas, tx.gas_limit].map(rlpNumber),
  rlpAction(tx.destination),
  rlpNumber(tx.value),
  rlpBytes(tx.data),
  rlpAccessList(tx.access_list),
  rlpAuthorizationList(tx.authorization_list),
]

/** The fields of a transaction that its signature covers, each encoded. */
export function unsignedFields({ type, value }: TransactionV3): Uint8Array[] {
  switch (type) {
    case 'Legacy':
      return legacyFields(value)
    case 'EIP2930':
      return eip2930Fields(value)
    case 'EIP1559':
      return eip1559Fields(value)
    case 'EIP7702':
      return eip7702Fields(value)
  }
}

/** A transaction's bytes, as Ethereum's own nodes send them. */
export function transactionBytes(transaction: TransactionV3): Uint8Array {
  const { type, value } = transaction
  const signature =
    type === 'Legacy'
      ? [
          rlpNumber(value.signature.v),
          rlpHexNumber(value.signature.r),
          rlpHexNumber(value.signature.s),
        ]
      : rlpSignature(value.signature)
  return enveloped(type, rlpList([...unsignedFields(transaction), ...signature]))
}

export const transactionHash = (transaction: TransactionV3): f.H256 =>
  f.toHex(f.keccak256(transactionBytes(transaction)))

const rlpLog = ({ address, topics, data }: Log): Uint8Array =>
  rlpList([rlpHex(address), rlpList(topics.map(rlpHex)), rlpBytes(data)])

export const receiptBytes = ({ type, value }: ReceiptV4): Uint8Array =>
  enveloped(
    type,
    rlpList([
      rlpNumber(value.status_code),
      rlpNumber(value.used_gas),
      rlpHex(value.logs_bloom),
      rlpList(value.logs.map(rlpLog)),
    ]),
  )
