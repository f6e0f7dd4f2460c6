/** Weights of System's extensions, as benchmarked upstream. */
import { addWeight, dbReads, weight } from '../../pallet/weight.ts'

export const check_non_zero_sender = weight(570_000n)
export const check_spec_version = weight(430_000n)
export const check_tx_version = weight(455_000n)
export const check_genesis = addWeight(weight(3_577_000n), dbReads(1))
export const check_mortality_mortal_transaction = addWeight(weight(6_703_000n, 3509n), dbReads(1))
export const check_mortality_immortal_transaction = addWeight(weight(6_605_000n), dbReads(1))
export const check_weight = weight(3_006_000n)
