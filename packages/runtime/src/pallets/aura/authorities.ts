/** The authorities that take turns. */
import * as f from '@taonet/frame'
import { ENGINE } from './slot.ts'
import * as storage from './storage.ts'
import { AuraId } from './types.ts'

const ConsensusLog = f.variant('sp_consensus_aura::ConsensusLog', {
  AuthoritiesChange: [1, f.vec(AuraId)],
  OnDisabled: [2, f.u32],
})

/** Puts new authorities in charge from the next block on; nobody is no change. */
export function changeAuthorities(ctx: f.Context, authorities: readonly AuraId[]): void {
  if (authorities.length === 0) return
  const value = [...authorities]
  storage.Authorities.set(ctx, value)
  const log = ConsensusLog.encode({ type: 'AuthoritiesChange', value })
  f.system.depositLog(ctx, { type: 'Consensus', value: [ENGINE, log] })
}

export function genesis(ctx: f.Context, authorities: readonly AuraId[]): void {
  if (authorities.length > 0) storage.Authorities.set(ctx, [...authorities])
}
