// A custom RPC is a runtime API under another name: encode the arguments, ask, hand on the bytes.

import { concatBytes } from '@taonet/frame'
import type { Chain, Hash } from '../../chain.ts'
import { RpcError } from '../rpc-error.ts'
import { atOrBest } from '../substrate/blocks.ts'
import { apiDebugText } from '../substrate/failures.ts'

const RUNTIME_ERROR = 1

/** The error of every custom RPC: code 1 and a sentence. */
export function runtimeError(sentence: string): RpcError {
  return new RpcError(RUNTIME_ERROR, sentence)
}

export interface Question {
  /** `SubnetInfoRuntimeApi_get_metagraph` */
  readonly api: string
  /** Encoded arguments in their order. */
  readonly args: readonly Uint8Array[]
  /** How a failure begins: `Unable to get …`. */
  readonly failure: string
}

/** The runtime's answer, SCALE encoded. */
export async function askRuntime(
  chain: Chain,
  { api, args, failure }: Question,
  at: Hash | undefined,
): Promise<Uint8Array> {
  try {
    return await chain.call(atOrBest(chain, at), api, concatBytes(...args))
  } catch (error) {
    throw runtimeError(`${failure}: ${apiDebugText(error)}`)
  }
}
