/** When several reasons refuse a call, the one wins that upstream looks at first. */
import { suite, test } from 'node:test'
import { climb } from './ladder.ts'
import { CHAIN_LADDERS } from './ladders-chain.ts'
import { KEY_LADDERS } from './ladders-keys.ts'
import { OWNER_LADDERS } from './ladders-owner.ts'
import { STAKING_LADDERS } from './ladders-staking.ts'
import { WEIGHT_LADDERS } from './ladders-weights.ts'

suite('order of refusals', () => {
  for (const ladder of [
    ...STAKING_LADDERS,
    ...KEY_LADDERS,
    ...OWNER_LADDERS,
    ...WEIGHT_LADDERS,
    ...CHAIN_LADDERS,
  ])
    test(`${ladder.call}: ${ladder.rungs.length} reasons`, () => climb(ladder))
})
