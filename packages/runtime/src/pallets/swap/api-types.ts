/** Wire types of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const SubnetPrice = f.struct('pallet_subtensor_swap_runtime_api::SubnetPrice', {
  netuid: f.u16,
  price: f.u64,
})
export type SubnetPrice = f.Value<typeof SubnetPrice>

export const SimSwapResult = f.struct('pallet_subtensor_swap_runtime_api::SimSwapResult', {
  tao_amount: f.u64,
  alpha_amount: f.u64,
  tao_fee: f.u64,
  alpha_fee: f.u64,
  tao_slippage: f.u64,
  alpha_slippage: f.u64,
})
export type SimSwapResult = f.Value<typeof SimSwapResult>
