// `payment_*`: what an extrinsic would cost.

import { compact, concatBytes, Reader, u8, u32, u64 } from '@taonet/frame'
import type { Chain, Hash } from '../../chain.ts'
import { jsonInteger } from '../json.ts'
import { type MethodTable, method, methods } from '../methods.ts'
import { bytes, hash, optional } from '../params.ts'
import { RpcError } from '../rpc-error.ts'
import { atOrBest } from './blocks.ts'
import { readExtrinsic } from './extrinsic-bytes.ts'
import { apiText } from './failures.ts'

const RUNTIME_ERROR = 1
const DECODE_ERROR = 2
const CLASSES = ['normal', 'operational', 'mandatory']

/** source polkadot-sdk pallet-transaction-payment-rpc TransactionPaymentApi */
export function paymentMethods(chain: Chain): MethodTable {
  const params = [bytes, optional(hash)] as const
  return methods({
    payment_queryInfo: method(params, async (_ctx, xt, at) => {
      const from = await ask(chain, 'info', xt, at)
      const [refTime, proofSize] = [compact(u64).read(from), compact(u64).read(from)]
      const weight = { ref_time: jsonInteger(refTime), proof_size: jsonInteger(proofSize) }
      return { weight, class: CLASSES[u8.read(from)], partialFee: u64.read(from).toString() }
    }),
    payment_queryFeeDetails: method(params, async (_ctx, xt, at) => {
      const from = await ask(chain, 'details', xt, at)
      if (u8.read(from) === 0) return { inclusionFee: null }
      const amount = () => jsonInteger(u64.read(from))
      return {
        inclusionFee: { baseFee: amount(), lenFee: amount(), adjustedWeightFee: amount() },
      }
    }),
  })
}

const QUESTIONS = {
  info: { api: 'TransactionPaymentApi_query_info', failure: 'Unable to query dispatch info.' },
  details: {
    api: 'TransactionPaymentApi_query_fee_details',
    failure: 'Unable to query fee details.',
  },
}

/** The runtime's answer about an extrinsic, ready to be read. */
async function ask(
  chain: Chain,
  question: keyof typeof QUESTIONS,
  xt: Uint8Array,
  at: Hash | undefined,
): Promise<Reader> {
  const { api, failure } = QUESTIONS[question]
  const extrinsic = readExtrinsic(xt, ({ debug }) => new RpcError(DECODE_ERROR, failure, debug))
  const args = concatBytes(extrinsic, u32.encode(xt.length))
  try {
    return new Reader(await chain.call(atOrBest(chain, at), api, args))
  } catch (error) {
    throw new RpcError(RUNTIME_ERROR, failure, apiText(error))
  }
}
