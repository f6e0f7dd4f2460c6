/** Mortality, and a short life for encrypted transactions, which nobody can decrypt later. */
import * as f from '@taonet/frame'

/** Blocks that an encrypted transaction may wait at most. */
const MAX_SHIELD_ERA_PERIOD = 8

const inner = f.checkMortality('node_subtensor_runtime::check_mortality::CheckMortality')

/**
 * refuses Stale for `MevShield.submit_encrypted` with a longer era; AncientBirthBlock
 * source  opentensor/subtensor runtime/src/check_mortality.rs
 */
export const CheckMortality: f.TransactionExtension<f.Era, f.H256> = {
  ...inner,
  validate(ctx, tx) {
    const { call, explicit: era } = tx
    const isShielded = call.pallet === 'MevShield' && call.name === 'submit_encrypted'
    const isLong = era.type === 'Immortal' || era.period > MAX_SHIELD_ERA_PERIOD
    if (isShielded && isLong) throw f.invalid({ type: 'Stale' })
    return inner.validate?.(ctx, tx)
  },
}
