/** EVMChainId: the pallet's table. */
import * as f from '@taonet/frame'
import * as storage from './storage.ts'

export const EVMChainId = f.pallet('EVMChainId', { crate: 'pallet_evm_chain_id', storage })
