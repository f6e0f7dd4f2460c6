/** Calls that register neurons. */
import * as f from '@taonet/frame'
import * as weights from '../call-weights.ts'
import { registerLimit, register as registerNeuron } from '../registration/register.ts'
import { ensureRootExists, rootRegister } from '../registration/root-register.ts'

export const register = f.call({
  index: 6,
  origin: f.signed,
  args: {
    netuid: f.u16,
    block_number: f.u64,
    nonce: f.u64,
    work: f.bytes,
    hotkey: f.AccountId,
    coldkey: f.AccountId,
  },
  weight: weights.register,
  docs: 'The same as burned_register; work no longer counts for anything.',
  run: (ctx, coldkey, { netuid, hotkey }) => registerNeuron(ctx, { netuid, coldkey, hotkey }),
})

export const burned_register = f.call({
  index: 7,
  origin: f.signed,
  args: { netuid: f.u16, hotkey: f.AccountId },
  weight: weights.burned_register,
  docs: 'Buys a hotkey a uid on a subnet.',
  run: (ctx, coldkey, { netuid, hotkey }) => registerNeuron(ctx, { netuid, coldkey, hotkey }),
})

export const register_limit = f.call({
  index: 134,
  origin: f.signed,
  args: { netuid: f.u16, hotkey: f.AccountId, limit_price: f.u64 },
  weight: f.addWeight(f.weight(354_200_000n), f.dbReadsWrites(47, 40)),
  docs: 'Buys a hotkey a uid on a subnet if it costs no more than a limit.',
  run: (ctx, coldkey, { netuid, hotkey, limit_price }) =>
    registerLimit(ctx, { netuid, coldkey, hotkey }, limit_price),
})

export const root_register = f.call({
  index: 62,
  origin: f.anyone,
  args: { hotkey: f.AccountId },
  weight: weights.root_register,
  docs: 'Gives a hotkey a uid of the root network.',
  run(ctx, origin, { hotkey }) {
    ensureRootExists(ctx)
    rootRegister(ctx, f.signed(origin), hotkey)
  },
})
