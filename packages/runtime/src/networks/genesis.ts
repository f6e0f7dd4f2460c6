/** The first state of a network. */
import * as f from '@taonet/frame'
import * as aura from '../pallets/aura/index.ts'
import * as balances from '../pallets/balances/index.ts'
import * as baseFee from '../pallets/base-fee/index.ts'
import * as drand from '../pallets/drand/index.ts'
import * as ethereum from '../pallets/ethereum/index.ts'
import * as evm from '../pallets/evm/index.ts'
import * as evmChainId from '../pallets/evm-chain-id/index.ts'
import * as grandpa from '../pallets/grandpa/index.ts'
import * as limitOrders from '../pallets/limit-orders/index.ts'
import { subtensorGenesis } from '../pallets/subtensor/genesis.ts'
import * as sudo from '../pallets/sudo/index.ts'
import * as transactionPayment from '../pallets/transaction-payment/index.ts'
import type { GenesisConfig } from './network.ts'
import { writeStorageVersions } from './storage-versions.ts'

/**
 * Writes the first state, pallet by pallet in upstream's order, into an empty one.
 *
 * needs   a context that computes state roots: the Ethereum side keeps one
 * source  opentensor/subtensor node/src/chain_spec/localnet.rs
 */
export function buildGenesis(ctx: f.Context, config: GenesisConfig): void {
  f.system.genesis(ctx)
  aura.genesis(ctx, config.aura)
  grandpa.genesis(ctx, config.grandpa)
  balances.genesis(ctx, config.balances)
  transactionPayment.genesis(ctx)
  subtensorGenesis(ctx, config.rootOwner)
  sudo.genesis(ctx, config.sudo)
  ethereum.genesis(ctx)
  evm.genesis(ctx)
  evmChainId.genesis(ctx, config.evmChainId)
  baseFee.genesis(ctx)
  drand.genesis(ctx, config.beacon)
  limitOrders.genesis(ctx)
  writeStorageVersions(ctx)
  ctx.state.setRaw(f.system.CODE, config.code ?? new Uint8Array())
}

const NO_EXTRINSICS = f.toHex(f.EMPTY_ROOT)

/** Header of block 0, whose state is the first one. */
export const genesisHeader = (ctx: f.Context): f.Header => ({
  parent_hash: f.ZERO_H256,
  number: 0,
  state_root: f.toHex(ctx.storageRoot()),
  extrinsics_root: NO_EXTRINSICS,
  digest: { logs: [] },
})
