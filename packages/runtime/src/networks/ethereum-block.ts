/** The first block of the Ethereum side. */
import * as f from '@taonet/frame'
import * as storage from '../pallets/ethereum/storage.ts'
import type { EthereumHeader } from '../pallets/ethereum/types.ts'
import { bigEndian, rlpBytes, rlpList } from './rlp.ts'

const SCHEMA_KEY = f.bytesToKey(f.utf8(':ethereum_schema'))
/** Version 3 of how blocks and receipts are kept. */
const SCHEMA = 3
const GAS_LIMIT = 75_000_000n
const ZERO_ADDRESS = `0x${'00'.repeat(20)}`
/** Hash of the RLP of an empty list, and of the RLP of nothing: no ommers, empty tries. */
const NO_OMMERS = f.toHex(f.keccak256(Uint8Array.of(0xc0)))
const EMPTY_TRIE = f.toHex(f.keccak256(Uint8Array.of(0x80)))

const hex = (value: string) => rlpBytes(f.fromHex(value))
const number = (value: bigint) => rlpBytes(bigEndian(value))

/** Keccak of the header's RLP. */
export function headerHash(header: EthereumHeader): f.H256 {
  const { parent_hash, ommers_hash, beneficiary, state_root, transactions_root } = header
  const { receipts_root, logs_bloom, difficulty, gas_limit, gas_used, timestamp } = header
  return f.toHex(
    f.keccak256(
      rlpList([
        ...[parent_hash, ommers_hash, beneficiary, state_root].map(hex),
        ...[transactions_root, receipts_root, logs_bloom].map(hex),
        ...[difficulty, header.number, gas_limit, gas_used, timestamp].map(number),
        rlpBytes(header.extra_data),
        ...[header.mix_hash, header.nonce].map(hex),
      ]),
    ),
  )
}

/**
 * Puts an empty block 0. Its state root is that of the rows before it.
 *
 * source  polkadot-evm/frontier frame/ethereum/src/lib.rs GenesisConfig::build, store_block
 */
export function ethereumGenesis(ctx: f.Context): void {
  const header: EthereumHeader = {
    parent_hash: f.ZERO_H256,
    ommers_hash: NO_OMMERS,
    beneficiary: ZERO_ADDRESS,
    state_root: f.toHex(ctx.storageRoot()),
    transactions_root: EMPTY_TRIE,
    receipts_root: EMPTY_TRIE,
    logs_bloom: `0x${'00'.repeat(256)}`,
    difficulty: 0n,
    number: 0n,
    gas_limit: GAS_LIMIT,
    gas_used: 0n,
    timestamp: 0n,
    extra_data: new Uint8Array(),
    mix_hash: f.ZERO_H256,
    nonce: '0x0000000000000000',
  }
  storage.CurrentBlock.set(ctx, { header, transactions: [], ommers: [] })
  storage.CurrentReceipts.set(ctx, [])
  storage.CurrentTransactionStatuses.set(ctx, [])
  storage.BlockHash.set(ctx, 0n, headerHash(header))
  ctx.state.set(SCHEMA_KEY, f.u8, SCHEMA)
}
