/** The transaction extensions of System. */
export { CheckGenesis } from './check-genesis.ts'
export { CheckMortality, checkMortality } from './check-mortality.ts'
export { CheckNonZeroSender } from './check-non-zero-sender.ts'
export { CheckSpecVersion, CheckTxVersion } from './check-versions.ts'
export { CheckWeight, noteWeight, validateWeight } from './check-weight.ts'
