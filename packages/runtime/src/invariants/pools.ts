/** Pools of subnets: weights and fees are in range. */
import * as f from '@taonet/frame'
import { FeeRate, SwapBalancer } from '../pallets/swap/storage.ts'

const WHOLE = 10n ** 18n
const LEAST = WHOLE / 100n
const MOST_FEE = 10_000

export const poolsAreInRange = f.invariant('each side weighs a hundredth or more', function* (ctx) {
  for (const [[netuid], { quote }] of SwapBalancer.entries(ctx))
    if (quote < LEAST || quote > WHOLE - LEAST) yield `subnet ${netuid}: TAO weighs ${quote}`
  for (const [[netuid], rate] of FeeRate.entries(ctx))
    if (rate > MOST_FEE) yield `subnet ${netuid}: a fee of ${rate} / 65535`
})
