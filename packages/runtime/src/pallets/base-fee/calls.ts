/** Calls of BaseFee. */
import * as f from '@taonet/frame'
import * as events from './events.ts'
import * as storage from './storage.ts'

const weight = f.weight(100_010_000n)

export const set_base_fee_per_gas = f.call({
  index: 0,
  docs: 'Sets the price of gas, in wei.',
  origin: f.root,
  args: { fee: f.U256 },
  weight,
  run(ctx, _root, { fee }) {
    storage.BaseFeePerGas.set(ctx, fee)
    ctx.deposit(events.NewBaseFeePerGas({ fee }))
    return undefined
  },
})

export const set_elasticity = f.call({
  index: 1,
  docs: 'Sets by how much the price of gas may change in a block.',
  origin: f.root,
  args: { elasticity: f.PermillBits },
  weight,
  run(ctx, _root, { elasticity }) {
    storage.Elasticity.set(ctx, elasticity)
    ctx.deposit(events.NewElasticity({ elasticity }))
    return undefined
  },
})
