/** Wire types of Ethereum, as spec 425 declares them. */
import * as f from '@taonet/frame'
import { Eip2930Signature, TransactionSignature } from './signatures.ts'

export const TransactionAction = f.variant('ethereum::transaction::legacy::TransactionAction', {
  Call: [0, f.H160],
  Create: [1],
})
export type TransactionAction = f.Value<typeof TransactionAction>

export const LegacyTransaction = f.struct('ethereum::transaction::legacy::LegacyTransaction', {
  nonce: f.U256,
  gas_price: f.U256,
  gas_limit: f.U256,
  action: TransactionAction,
  value: f.U256,
  input: f.bytes,
  signature: TransactionSignature,
})
export type LegacyTransaction = f.Value<typeof LegacyTransaction>

export const AccessListItem = f.struct('ethereum::transaction::eip2930::AccessListItem', {
  address: f.H160,
  storage_keys: f.vec(f.H256),
})
export type AccessListItem = f.Value<typeof AccessListItem>

export const EIP2930Transaction = f.struct('ethereum::transaction::eip2930::EIP2930Transaction', {
  chain_id: f.u64,
  nonce: f.U256,
  gas_price: f.U256,
  gas_limit: f.U256,
  action: TransactionAction,
  value: f.U256,
  input: f.bytes,
  access_list: f.vec(AccessListItem),
  signature: Eip2930Signature,
})
export type EIP2930Transaction = f.Value<typeof EIP2930Transaction>

export const EIP1559Transaction = f.struct('ethereum::transaction::eip1559::EIP1559Transaction', {
  chain_id: f.u64,
  nonce: f.U256,
  max_priority_fee_per_gas: f.U256,
  max_fee_per_gas: f.U256,
  gas_limit: f.U256,
  action: TransactionAction,
  value: f.U256,
  input: f.bytes,
  access_list: f.vec(AccessListItem),
  signature: Eip2930Signature,
})
export type EIP1559Transaction = f.Value<typeof EIP1559Transaction>

export const MalleableTransactionSignature = f.struct(
  'ethereum::transaction::eip2930::MalleableTransactionSignature',
  {
    odd_y_parity: f.bool,
    r: f.H256,
    s: f.H256,
  },
)
export type MalleableTransactionSignature = f.Value<typeof MalleableTransactionSignature>

export const AuthorizationListItem = f.struct(
  'ethereum::transaction::eip7702::AuthorizationListItem',
  {
    chain_id: f.u64,
    address: f.H160,
    nonce: f.U256,
    signature: MalleableTransactionSignature,
  },
)
export type AuthorizationListItem = f.Value<typeof AuthorizationListItem>

export const EIP7702Transaction = f.struct('ethereum::transaction::eip7702::EIP7702Transaction', {
  chain_id: f.u64,
  nonce: f.U256,
  max_priority_fee_per_gas: f.U256,
  max_fee_per_gas: f.U256,
  gas_limit: f.U256,
  destination: TransactionAction,
  value: f.U256,
  data: f.bytes,
  access_list: f.vec(AccessListItem),
  authorization_list: f.vec(AuthorizationListItem),
  signature: Eip2930Signature,
})
export type EIP7702Transaction = f.Value<typeof EIP7702Transaction>

export const TransactionV3 = f.variant('ethereum::transaction::TransactionV3', {
  Legacy: [0, LegacyTransaction],
  EIP2930: [1, EIP2930Transaction],
  EIP1559: [2, EIP1559Transaction],
  EIP7702: [3, EIP7702Transaction],
})
export type TransactionV3 = f.Value<typeof TransactionV3>

export const Log = f.struct('ethereum::log::Log', {
  address: f.H160,
  topics: f.vec(f.H256),
  data: f.bytes,
})
export type Log = f.Value<typeof Log>

export const Bloom = f.newtype('ethbloom::Bloom', f.bytesN(256))
export type Bloom = f.Value<typeof Bloom>

export const TransactionStatus = f.struct('fp_rpc::TransactionStatus', {
  transaction_hash: f.H256,
  transaction_index: f.u32,
  from: f.H160,
  to: f.option(f.H160),
  contract_address: f.option(f.H160),
  logs: f.vec(Log),
  logs_bloom: Bloom,
})
export type TransactionStatus = f.Value<typeof TransactionStatus>

export const EIP658ReceiptData = f.struct('ethereum::receipt::EIP658ReceiptData', {
  status_code: f.u8,
  used_gas: f.U256,
  logs_bloom: Bloom,
  logs: f.vec(Log),
})
export type EIP658ReceiptData = f.Value<typeof EIP658ReceiptData>

export const ReceiptV4 = f.variant('ethereum::receipt::ReceiptV4', {
  Legacy: [0, EIP658ReceiptData],
  EIP2930: [1, EIP658ReceiptData],
  EIP1559: [2, EIP658ReceiptData],
  EIP7702: [3, EIP658ReceiptData],
})
export type ReceiptV4 = f.Value<typeof ReceiptV4>

export const H64 = f.newtype('ethereum_types::hash::H64', f.bytesN(8))
export type H64 = f.Value<typeof H64>

export const EthereumHeader = f.struct('ethereum::header::Header', {
  parent_hash: f.H256,
  ommers_hash: f.H256,
  beneficiary: f.H160,
  state_root: f.H256,
  transactions_root: f.H256,
  receipts_root: f.H256,
  logs_bloom: Bloom,
  difficulty: f.U256,
  number: f.U256,
  gas_limit: f.U256,
  gas_used: f.U256,
  timestamp: f.u64,
  extra_data: f.bytes,
  mix_hash: f.H256,
  nonce: H64,
})
export type EthereumHeader = f.Value<typeof EthereumHeader>

export const EthereumBlock = f.struct(f.generic('ethereum::block::Block', { T: TransactionV3 }), {
  header: EthereumHeader,
  transactions: f.vec(TransactionV3),
  ommers: f.vec(EthereumHeader),
})
export type EthereumBlock = f.Value<typeof EthereumBlock>
