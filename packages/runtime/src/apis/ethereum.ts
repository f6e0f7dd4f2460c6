/** What Ethereum clients are answered from storage. */
import * as f from '@taonet/frame'
import { author } from '../pallets/aura/slot.ts'
import { reducibleBalance } from '../pallets/balances/inspect.ts'
import { BaseFeePerGas, Elasticity } from '../pallets/base-fee/storage.ts'
import * as hooks from '../pallets/ethereum/hooks.ts'
import {
  CurrentBlock,
  CurrentReceipts,
  CurrentTransactionStatuses,
} from '../pallets/ethereum/storage.ts'
import {
  EthereumBlock,
  ReceiptV4,
  TransactionStatus,
  TransactionV3,
} from '../pallets/ethereum/types.ts'
import { mirrorOf } from '../pallets/evm/address.ts'
import { AccountCodes, AccountStorages } from '../pallets/evm/storage.ts'
import { Basic } from '../pallets/evm/types.ts'
import { ChainId } from '../pallets/evm-chain-id/storage.ts'
import { Core } from './core.ts'
import { ethereumExecution } from './execution.ts'

/** Wei of one rao. */
const WEI = 1_000_000_000n

/** Nonce, and what can be spent in wei. `source` opentensor/frontier frame/evm/src/lib.rs account_basic */
function accountBasic(ctx: f.Context, address: f.H160): Basic {
  const account = mirrorOf(address)
  return {
    nonce: BigInt(f.system.storage.Account.get(ctx, account).nonce),
    balance: reducibleBalance(ctx, account, 'Preserve', 'Polite') * WEI,
  }
}

/** The block's author as an address: bytes 4 to 24 of its key. `source` runtime/src/lib.rs FindAuthorTruncated */
function authorAddress(ctx: f.Context): f.H160 {
  const key = author(ctx)
  return key === undefined ? f.ZERO_H160 : f.toHex(f.fromHex(key).subarray(4, 24))
}

/** The Ethereum transaction in an extrinsic, if it is one. */
const transactionsOf = ({ call: { pallet, name, args } }: f.Extrinsic): TransactionV3[] =>
  pallet === 'Ethereum' && name === 'transact'
    ? [(args as { transaction: TransactionV3 }).transaction]
    : []

/**
 * The Ethereum block that these extrinsics would make, on a block that was opened before. What an
 * extrinsic wrote before it was refused stays, as upstream has it.
 */
function pendingBlock(
  ctx: f.Context,
  extrinsics: readonly f.Extrinsic[],
): [f.Value<typeof Block>, f.Value<typeof Statuses>] {
  for (const extrinsic of extrinsics) {
    try {
      f.applyExtrinsic(ctx, f.encodeExtrinsic(ctx.runtime, extrinsic))
    } catch (error) {
      if (!(error instanceof f.InvalidityError)) throw error
    }
  }
  hooks.on_finalize(ctx)
  return [CurrentBlock.get(ctx), CurrentTransactionStatuses.get(ctx)]
}

const Receipts = f.option(f.vec(ReceiptV4))
const Statuses = f.option(f.vec(TransactionStatus))
const Block = f.option(EthereumBlock)
const Everything = f.tuple(Block, Receipts, Statuses)

/**
 * differs call and create answer that nothing can be executed yet
 * source  polkadot-evm/frontier primitives/rpc/src/lib.rs EthereumRuntimeRPCApi
 */
export const EthereumRuntimeRPCApi = f.api('EthereumRuntimeRPCApi', 6, {
  chain_id: f.method({}, f.u64, (ctx) => ChainId.get(ctx)),
  account_basic: f.method({ address: f.H160 }, Basic, (ctx, { address }) =>
    accountBasic(ctx, address),
  ),
  gas_price: f.method({}, f.U256, (ctx) => BaseFeePerGas.get(ctx)),
  account_code_at: f.method({ address: f.H160 }, f.bytes, (ctx, { address }) =>
    AccountCodes.get(ctx, address),
  ),
  author: f.method({}, f.H160, (ctx) => authorAddress(ctx)),
  storage_at: f.method({ address: f.H160, index: f.U256 }, f.H256, (ctx, { address, index }) =>
    AccountStorages.get(ctx, address, `0x${index.toString(16).padStart(64, '0')}`),
  ),
  ...ethereumExecution,
  current_block: f.method({}, Block, (ctx) => CurrentBlock.get(ctx)),
  current_receipts: f.method({}, Receipts, (ctx) => CurrentReceipts.get(ctx)),
  current_transaction_statuses: f.method({}, Statuses, (ctx) =>
    CurrentTransactionStatuses.get(ctx),
  ),
  current_all: f.method(
    {},
    Everything,
    (ctx): f.Value<typeof Everything> => [
      CurrentBlock.get(ctx),
      CurrentReceipts.get(ctx),
      CurrentTransactionStatuses.get(ctx),
    ],
  ),
  extrinsic_filter: f.method(
    { xts: f.vec(f.UncheckedExtrinsic) },
    f.vec(TransactionV3),
    (_, { xts }) => xts.flatMap(transactionsOf),
  ),
  elasticity: f.method({}, f.option(f.PermillBits), (ctx) => Elasticity.get(ctx)),
  gas_limit_multiplier_support: f.method({}, f.unit, () => null),
  pending_block: f.method(
    { xts: f.vec(f.UncheckedExtrinsic) },
    f.tuple(Block, Statuses),
    (ctx, { xts }) => pendingBlock(ctx, xts),
  ),
  initialize_pending_block: f.method({ header: f.Header }, f.unit, (ctx, { header }) => {
    Core.methods.initialize_block?.run(ctx, { header })
    return null
  }),
})

/** source  polkadot-evm/frontier primitives/rpc/src/lib.rs ConvertTransactionRuntimeApi */
export const ConvertTransactionRuntimeApi = f.api('ConvertTransactionRuntimeApi', 2, {
  /** The extrinsic that carries an Ethereum transaction. */
  convert_transaction: f.method(
    { transaction: TransactionV3 },
    f.UncheckedExtrinsic,
    (_, { transaction }) => f.bare({ pallet: 'Ethereum', name: 'transact', args: { transaction } }),
  ),
})
