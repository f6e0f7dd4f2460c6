/** Events of Commitments, as spec 425 declares them. */
import * as f from '@taonet/frame'

export const Commitment = f.event(0, { netuid: f.u16, who: f.AccountId })
export const TimelockCommitment = f.event(1, {
  netuid: f.u16,
  who: f.AccountId,
  reveal_round: f.u64,
})
export const CommitmentRevealed = f.event(2, { netuid: f.u16, who: f.AccountId })
