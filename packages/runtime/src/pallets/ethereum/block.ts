/** The Ethereum block that goes with every block of the chain. */
import * as f from '@taonet/frame'
import { takeCounted } from '../../common/counted-map.ts'
import { author } from '../aura/slot.ts'
import { Now } from '../timestamp/storage.ts'
import { logsBloom } from './bloom.ts'
import { rlpBytes, rlpHex, rlpList, rlpNumber } from './rlp.ts'
import * as storage from './storage.ts'
import { receiptBytes, transactionBytes, transactionHash } from './transaction-bytes.ts'
import { orderedTrieRoot } from './trie-root.ts'
import type { EthereumBlock, EthereumHeader, ReceiptV4 } from './types.ts'

/** Gas that the transactions of a block may use together. */
export const BLOCK_GAS_LIMIT = 75_000_000n

const NO_OMMERS = f.toHex(f.keccak256(rlpList([])))

/** Hash of a block: Keccak of its header's RLP. */
export function headerHash(header: EthereumHeader): f.H256 {
  const { parent_hash, ommers_hash, beneficiary, state_root, transactions_root } = header
  const { receipts_root, logs_bloom, difficulty, gas_limit, gas_used, timestamp } = header
  const fields = [
    ...[parent_hash, ommers_hash, beneficiary, state_root].map(rlpHex),
    ...[transactions_root, receipts_root, logs_bloom].map(rlpHex),
    ...[difficulty, header.number, gas_limit, gas_used, timestamp].map(rlpNumber),
    rlpBytes(header.extra_data),
    ...[header.mix_hash, header.nonce].map(rlpHex),
  ]
  return f.toHex(f.keccak256(rlpList(fields)))
}

/** Bytes 4 to 24 of the author's key, zeros without an author. */
function beneficiary(ctx: f.Context): f.H160 {
  const key = author(ctx)
  return key === undefined ? f.ZERO_H160 : `0x${key.slice(10, 50)}`
}

export const PENDING = { rows: storage.Pending, count: storage.CounterForPending }

type Pending = f.Value<typeof storage.Pending.codec>

/** Takes the transactions that ran in this block out of the state. */
function takePending(ctx: f.Context): Pending[] {
  const count = storage.CounterForPending.get(ctx)
  const taken: Pending[] = []
  for (let index = 0; index < count; index++) {
    const row = takeCounted(ctx, PENDING, index)
    if (row !== undefined) taken.push(row)
  }
  return taken
}

function headerOf(ctx: f.Context, number: bigint, pending: readonly Pending[]): EthereumHeader {
  const receipts = pending.map(([, , receipt]): ReceiptV4 => receipt)
  return {
    parent_hash: number > 0n ? storage.BlockHash.get(ctx, number - 1n) : f.ZERO_H256,
    ommers_hash: NO_OMMERS,
    beneficiary: beneficiary(ctx),
    state_root: f.toHex(ctx.storageRoot()),
    transactions_root: orderedTrieRoot(
      pending.map(([transaction]) => transactionBytes(transaction)),
    ),
    receipts_root: orderedTrieRoot(receipts.map(receiptBytes)),
    logs_bloom: logsBloom(receipts.flatMap(({ value }) => value.logs)),
    difficulty: 0n,
    number,
    gas_limit: BLOCK_GAS_LIMIT,
    gas_used: receipts.at(-1)?.value.used_gas ?? 0n,
    timestamp: Now.get(ctx),
    extra_data: new Uint8Array(),
    mix_hash: f.ZERO_H256,
    nonce: '0x0000000000000000',
  }
}

/**
 * Makes and keeps the Ethereum block `number` of what ran in this block. Its state root is that of
 * the state before the block is kept, its time is in milliseconds.
 *
 * cost    one state root
 * source  polkadot-evm/frontier frame/ethereum/src/lib.rs store_block
 */
export function storeBlock(
  ctx: f.Context,
  number: bigint,
): { hash: f.H256; transactionHashes: f.H256[] } {
  const pending = takePending(ctx)
  const header = headerOf(ctx, number, pending)
  const transactions = pending.map(([transaction]) => transaction)
  const block: EthereumBlock = { header, transactions, ommers: [] }
  const hash = headerHash(header)
  storage.CurrentBlock.set(ctx, block)
  storage.CurrentReceipts.set(
    ctx,
    pending.map(([, , receipt]) => receipt),
  )
  storage.CurrentTransactionStatuses.set(
    ctx,
    pending.map(([, status]) => status),
  )
  storage.BlockHash.set(ctx, number, hash)
  return { hash, transactionHashes: transactions.map(transactionHash) }
}
