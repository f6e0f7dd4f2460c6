/** What Grandpa tells finality gadgets in a block's digest. */
import * as f from '@taonet/frame'
import { GrandpaId } from './types.ts'

const ENGINE = f.toHex(f.utf8('FRNK'))
const PATH = 'sp_consensus_grandpa'

const ScheduledChange = f.struct(`${PATH}::ScheduledChange`, {
  next_authorities: f.vec(f.tuple(GrandpaId, f.u64)),
  delay: f.u32,
})
const ConsensusLog = f.variant(`${PATH}::ConsensusLog`, {
  ScheduledChange: [1, ScheduledChange],
  ForcedChange: [2, [f.u32, ScheduledChange]],
  Pause: [4, f.u32],
  Resume: [5, f.u32],
})
type ConsensusLog = f.Value<typeof ConsensusLog>

/** Adds `log` to the digest of the block. */
export const depositLog = (ctx: f.Context, log: ConsensusLog): void =>
  f.system.depositLog(ctx, { type: 'Consensus', value: [ENGINE, ConsensusLog.encode(log)] })
