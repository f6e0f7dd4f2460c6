/** Wire types of Swap, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Balancer = f.struct('pallet_subtensor_swap::pallet::balancer::Balancer', {
  quote: f.PerquintillBits,
})
export type Balancer = f.Value<typeof Balancer>

export const TickIndex = f.newtype('pallet_subtensor_swap::pallet::TickIndex', f.i32)
export type TickIndex = f.Value<typeof TickIndex>

export const PositionId = f.newtype('pallet_subtensor_swap::pallet::PositionId', f.u128)
export type PositionId = f.Value<typeof PositionId>
