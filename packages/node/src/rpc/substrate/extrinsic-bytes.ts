// The node sees an extrinsic as bytes behind their own length; what is inside is the runtime's business.

import { CodecError, Reader } from '@taonet/frame'
import type { RpcError } from '../rpc-error.ts'

/**
 * The extrinsic at the start of some bytes, its length prefix included; bytes behind it are dropped,
 * as upstream's decoder does.
 *
 * refuses what `refuse` makes of the codec's words, when the prefix promises more than there is
 */
export function readExtrinsic(bytes: Uint8Array, refuse: (why: string) => RpcError): Uint8Array {
  try {
    const from = new Reader(bytes)
    const length = from.compact()
    if (length > from.left) throw new CodecError('Not enough data to fill buffer')
    return bytes.subarray(0, from.at + length)
  } catch (error) {
    if (!(error instanceof CodecError)) throw error
    throw refuse(error.message)
  }
}
