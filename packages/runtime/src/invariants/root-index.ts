/** The list from which blocks draw the coldkeys whose root dividends they pay out. */
import * as f from '@taonet/frame'
import {
  NumStakingColdkeys,
  StakingColdkeys,
  StakingColdkeysByIndex,
} from '../pallets/subtensor/storage.ts'

export const rootIndexIsDense = f.invariant('root stakers are numbered from 0', function* (ctx) {
  const count = NumStakingColdkeys.get(ctx)
  const rows = StakingColdkeysByIndex.keysOf(ctx).length
  if (BigInt(rows) !== count) yield `${count} counted, ${rows} numbered`
  const coldkeys = StakingColdkeys.entries(ctx)
  if (BigInt(coldkeys.length) !== count) yield `${count} counted, ${coldkeys.length} listed`
  for (const [[coldkey], index] of coldkeys) {
    const other = StakingColdkeysByIndex.get(ctx, index)
    if (other !== coldkey || index >= count) yield `${coldkey}: number ${index} is ${other}`
  }
})
