/** Networks: constants and first state of each. */
export { genesisState, localNetwork, type NetworkChoice, networkOf } from './choose.ts'
export { DEV, DEV_ED25519, DEV_ETHEREUM } from './dev-accounts.ts'
export { DEVELOPMENT_BEACON, FAST_DEVELOPMENT_BEACON } from './development-beacon.ts'
export { FAST_BLOCKS } from './fast-blocks.ts'
export { buildGenesis, genesisHeader } from './genesis.ts'
export { dev, type LocalOptions, local } from './local.ts'
export { type GenesisConfig, type Network, PROPERTIES } from './network.ts'
