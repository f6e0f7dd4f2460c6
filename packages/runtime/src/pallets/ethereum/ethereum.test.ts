/** Ethereum's encodings against blocks of the production runtime, and against viem. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { suite, test } from 'node:test'
import * as f from '@taonet/frame'
import { headerHash } from './block.ts'
import { logsBloom } from './bloom.ts'
import * as storage from './storage.ts'
import { receiptBytes, transactionBytes, transactionHash } from './transaction-bytes.ts'
import { orderedTrieRoot, trieRoot } from './trie-root.ts'
import type { TransactionV3 } from './types.ts'

const VECTORS = new URL('../../../../../vectors/', import.meta.url)
const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, VECTORS), 'utf8')) as T

interface Rows {
  readonly number: number
  readonly CurrentBlock: string
  readonly CurrentReceipts: string
  readonly CurrentTransactionStatuses: string
  readonly BlockHash: string
}
const { blocks } = read<{ blocks: readonly Rows[] }>('runtime-425/ethereum-blocks.json')

suite('blocks of the production runtime', () => {
  for (const rows of blocks) {
    const { header, transactions } = storage.CurrentBlock.codec.decode(f.fromHex(rows.CurrentBlock))
    const receipts = storage.CurrentReceipts.codec.decode(f.fromHex(rows.CurrentReceipts))
    const statuses = storage.CurrentTransactionStatuses.codec.decode(
      f.fromHex(rows.CurrentTransactionStatuses),
    )
    const kinds = transactions.map(({ type }) => type).join()
    test(`block ${rows.number}: ${kinds}`, () => {
      assert.equal(headerHash(header), rows.BlockHash)
      assert.equal(orderedTrieRoot(transactions.map(transactionBytes)), header.transactions_root)
      assert.equal(orderedTrieRoot(receipts.map(receiptBytes)), header.receipts_root)
      const logs = receipts.flatMap(({ value }) => value.logs)
      assert.equal(logsBloom(logs), header.logs_bloom)
      assert.deepEqual(
        transactions.map(transactionHash),
        statuses.map(({ transaction_hash }) => transaction_hash),
      )
      for (const status of statuses) assert.equal(logsBloom(status.logs), status.logs_bloom)
    })
  }
})

interface Viem {
  readonly transaction: {
    readonly to: string
    readonly data: string
    readonly accessList: readonly { address: string; storageKeys: string[] }[]
    readonly authorizationList: readonly {
      address: string
      chainId: number
      nonce: number
      r: string
      s: string
      yParity: number
    }[]
  }
  readonly serialized: string
  readonly hash: string
}

test('a transaction that sets code for an account is written as viem writes it', () => {
  const { transaction, serialized, hash } = read<Viem>('viem-2.57.20/eip7702.json')
  const signature = serialized.slice(-2 * (1 + 32 + 1 + 32 + 1))
  const made: TransactionV3 = {
    type: 'EIP7702',
    value: {
      chain_id: 42n,
      nonce: 3n,
      max_priority_fee_per_gas: 0n,
      max_fee_per_gas: 20_000_000_000n,
      gas_limit: 300_000n,
      destination: { type: 'Call', value: transaction.to },
      value: 1_000_000_000n,
      data: f.fromHex(transaction.data),
      access_list: transaction.accessList.map(({ address, storageKeys }) => ({
        address,
        storage_keys: storageKeys,
      })),
      authorization_list: transaction.authorizationList.map((item) => ({
        chain_id: BigInt(item.chainId),
        address: item.address,
        nonce: BigInt(item.nonce),
        signature: { odd_y_parity: item.yParity === 1, r: item.r, s: item.s },
      })),
      signature: {
        odd_y_parity: signature.startsWith('01'),
        r: `0x${signature.slice(4, 68)}`,
        s: `0x${signature.slice(70)}`,
      },
    },
  }
  assert.equal(f.toHex(transactionBytes(made)), serialized)
  assert.equal(transactionHash(made), hash)
})

suite('tries', () => {
  const row = (key: string, value: string) => [f.utf8(key), f.utf8(value)] as const

  test('of nothing have the known root', () => {
    const empty = '0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421'
    assert.equal(trieRoot([]), empty)
  })

  test('have the roots that the ethereum crate gives as examples', () => {
    const words = [row('doe', 'reindeer'), row('dog', 'puppy'), row('dogglesworth', 'cat')]
    const root = '0x8aad789dff2f538bca5d8ea56e8abe10f4c7ba3a5dea95fea4cd6e7c3a1168d3'
    assert.equal(trieRoot(words), root)
    assert.equal(trieRoot(words.toReversed()), root)
    const list = '0xe766d5d51b89dc39d981b41bda63248d7abce4f0225eefd023792a540bcffee3'
    assert.equal(orderedTrieRoot([f.utf8('doe'), f.utf8('reindeer')]), list)
  })
})
