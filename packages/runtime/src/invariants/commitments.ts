/** Commitments. */
import * as f from '@taonet/frame'
import { CommitmentOf, TimelockedIndex } from '../pallets/commitments/storage.ts'

export const timelocksAreIndexed = f.invariant(
  'what is to be revealed is indexed, nothing else',
  function* (ctx) {
    const index = new Set(TimelockedIndex.get(ctx).map(([netuid, who]) => `${who} on ${netuid}`))
    for (const [[netuid, who], { info }] of CommitmentOf.entries(ctx)) {
      const at = `${who} on ${netuid}`
      const isLocked = info.fields.some(({ type }) => type === 'TimelockEncrypted')
      if (isLocked && !index.has(at)) yield `${at}: not indexed`
      if (isLocked) index.delete(at)
    }
    for (const at of index) yield `${at}: nothing to reveal`
  },
)
