// `swap_*`: prices of alpha, and what a swap would give.

import { struct, u16 as u16Codec, u64 as u64Codec, vec } from '@taonet/frame'
import type { Chain } from '../../chain.ts'
import { jsonInteger } from '../json.ts'
import { type Method, type MethodTable, method, methods } from '../methods.ts'
import { hash, optional, u16, u64 } from '../params.ts'
import { askRuntime } from './runtime-question.ts'

const at = optional(hash)
const prices = vec(struct('SubnetPrice', { netuid: u16Codec, price: u64Codec }))

/** source opentensor/subtensor pallets/swap/rpc/src/lib.rs SwapRpcApi */
export function swapMethods(chain: Chain): MethodTable {
  return methods({
    swap_currentAlphaPrice: method([u16, at], async (_ctx, netuid, block) => {
      const question = {
        api: 'SwapRuntimeApi_current_alpha_price',
        args: [u16Codec.encode(netuid)],
        failure: 'Unable to get current alpha price',
      }
      return jsonInteger(u64Codec.decode(await askRuntime(chain, question, block)))
    }),
    swap_currentAlphaPriceAll: method([at], async (_ctx, block) => {
      const question = {
        api: 'SwapRuntimeApi_current_alpha_price_all',
        args: [],
        failure: 'Unable to get all current alpha prices',
      }
      const all = prices.decode(await askRuntime(chain, question, block))
      return all.map(({ netuid, price }) => ({ netuid, price: jsonInteger(price) }))
    }),
    swap_simSwapTaoForAlpha: simulate(
      chain,
      'SwapRuntimeApi_sim_swap_tao_for_alpha',
      'Unable to simulate tao -> alpha swap',
    ),
    swap_simSwapAlphaForTao: simulate(
      chain,
      'SwapRuntimeApi_sim_swap_alpha_for_tao',
      'Unable to simulate alpha -> tao swap',
    ),
  })
}

function simulate(chain: Chain, api: string, failure: string): Method {
  return method([u16, u64, at], async (_ctx, netuid, amountRao, block) => {
    const args = [u16Codec.encode(netuid), u64Codec.encode(amountRao)]
    return Array.from(await askRuntime(chain, { api, args, failure }, block))
  })
}
