/** Calls of EVM that run no code. */
import * as f from '@taonet/frame'
import { Tao } from '../../common/units.ts'
import * as balances from '../balances/index.ts'
import { mirrorOf, ownerOf } from './address.ts'
import * as storage from './storage.ts'

export const withdraw = f.call({
  index: 0,
  docs: 'Takes TAO from the account behind the address that begins the caller’s own account.',
  origin: (origin, _ctx, { address }) => ownerOf(origin, address),
  args: { address: f.H160, value: Tao },
  weight: f.weight(1_696_000n),
  run(ctx, to, { address, value: amount }) {
    const from = mirrorOf(address)
    balances.transferCurrency(ctx, { from, to, amount, preservation: 'Expendable' })
  },
})

export const set_whitelist = f.call({
  index: 4,
  docs: 'Sets which addresses may create contracts.',
  origin: f.root,
  args: { new: f.vec(f.H160) },
  weight: f.dbWrites(1),
  run: (ctx, _root, args) => storage.WhitelistedCreators.set(ctx, args.new),
})

export const disable_whitelist = f.call({
  index: 5,
  docs: 'Lets every address create contracts, or only those of the whitelist.',
  origin: f.root,
  args: { disabled: f.bool },
  weight: f.dbWrites(1),
  run: (ctx, _root, { disabled }) => storage.DisableWhitelistCheck.set(ctx, disabled),
})
