/** Ethereum contracts: code, its metadata and storage go together. */
import * as f from '@taonet/frame'
import { AccountCodes, AccountCodesMetadata, AccountStorages } from '../pallets/evm/storage.ts'

export const contractsAreWhole = f.invariant(
  'a contract has code, its size and its hash',
  function* (ctx) {
    for (const [[address], code] of AccountCodes.entries(ctx)) {
      const metadata = AccountCodesMetadata.get(ctx, address)
      if (metadata === undefined) yield `${address}: no metadata`
      else if (metadata.size !== BigInt(code.length))
        yield `${address}: ${code.length} bytes of code, metadata says ${metadata.size}`
      else if (metadata.hash !== f.toHex(f.keccak256(code))) yield `${address}: another code's hash`
    }
    for (const [address] of AccountCodesMetadata.keysOf(ctx))
      if (!AccountCodes.has(ctx, address)) yield `${address}: metadata and no code`
    for (const [[address, slot], value] of AccountStorages.entries(ctx))
      if (value === f.ZERO_H256) yield `${address}: slot ${slot} is stored as zero`
  },
)
