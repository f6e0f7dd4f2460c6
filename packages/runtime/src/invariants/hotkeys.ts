/** Hotkeys: whose they are, and whose stake they have. */
import * as f from '@taonet/frame'
import { getStake } from '../pallets/subtensor/staking/stake.ts'
import {
  AlphaV2,
  AutoStakeDestination,
  AutoStakeDestinationColdkeys,
  OwnedHotkeys,
  Owner,
  StakingHotkeys,
} from '../pallets/subtensor/storage.ts'

/** Left at a hotkey that was swapped away; in rao. */
const DUST = 10n

const hasTwice = (list: readonly string[]) => new Set(list).size !== list.length

export const ownersKnowTheirs = f.invariant('owners list their hotkeys', function* (ctx) {
  for (const [[hotkey], coldkey] of Owner.entries(ctx)) {
    // The genesis gives the zero hotkey to the zero coldkey, and no list.
    if (coldkey === f.ZERO_H256) continue
    if (!OwnedHotkeys.get(ctx, coldkey).includes(hotkey)) yield `${coldkey} misses ${hotkey}`
  }
  for (const [[coldkey], hotkeys] of OwnedHotkeys.entries(ctx)) {
    if (hasTwice(hotkeys)) yield `${coldkey} lists a hotkey twice`
    for (const hotkey of hotkeys)
      if (Owner.get(ctx, hotkey) !== coldkey) yield `${coldkey} lists ${hotkey}, another's`
  }
})

export const stakersKnowTheirs = f.invariant('coldkeys list where they stake', function* (ctx) {
  for (const [[coldkey], hotkeys] of StakingHotkeys.entries(ctx))
    if (hasTwice(hotkeys)) yield `${coldkey} lists a hotkey twice`
  for (const [hotkey, coldkey, netuid] of AlphaV2.keysOf(ctx)) {
    if (StakingHotkeys.get(ctx, coldkey).includes(hotkey)) continue
    const stake = getStake(ctx, { hotkey, coldkey, netuid })
    if (stake > DUST) yield `${coldkey} misses ${hotkey}: ${stake} rao on subnet ${netuid}`
  }
})

export const autoStakesAreListed = f.invariant(
  'automatic stake is listed both ways',
  function* (ctx) {
    for (const [[coldkey, netuid], hotkey] of AutoStakeDestination.entries(ctx))
      if (!AutoStakeDestinationColdkeys.get(ctx, hotkey, netuid).includes(coldkey))
        yield `${hotkey} on ${netuid} misses ${coldkey}`
    for (const [[hotkey, netuid], coldkeys] of AutoStakeDestinationColdkeys.entries(ctx))
      for (const coldkey of coldkeys)
        if (AutoStakeDestination.get(ctx, coldkey, netuid) !== hotkey)
          yield `${hotkey} on ${netuid} lists ${coldkey}, which stakes elsewhere`
  },
)
