/** EVMChainId: the pallet's table. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

export { storage }

/** The number by which Ethereum's tools tell chains apart. */
export function genesis(ctx: f.Context, id: bigint): void {
  storage.ChainId.set(ctx, id)
}

export const EVMChainId = f.pallet('EVMChainId', { crate: 'pallet_evm_chain_id', storage })
