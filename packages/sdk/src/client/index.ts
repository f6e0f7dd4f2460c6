export { formatTao, parseTao, RAO_PER_TAO } from './amounts.ts'
export { type Balance, balanceOf, type Transfer, transfer } from './balances.ts'
export {
  type Block,
  ChainClient,
  type ConnectOptions,
  connect,
  type Provider,
} from './chain-client.ts'
export type { At, Call } from './dynamic-api.ts'
export { resolveEndpoint } from './endpoint.ts'
export { ClientError, type ClientErrorCode } from './errors.ts'
export {
  METAGRAPH_INDEXES,
  type Metagraph,
  type MetagraphColumns,
  metagraph,
  type Neuron,
  selectiveMetagraph,
} from './metagraph.ts'
export { formatIp, type NetworkAddress, parseIp } from './network-address.ts'
export { burnedRegister, registrationCost, uidOf } from './neurons.ts'
export { type ChainEvent, CUSTOM_CODES } from './refusals.ts'
export { type AxonInfo, axonOf, type Serving, serveAxon } from './serving.ts'
export {
  commitWeights,
  revealWeights,
  type SaltedWeights,
  setWeights,
  type WeightsGate,
  type WeightsInput,
  weightsGate,
} from './set-weights.ts'
export { polkadotSigner } from './signer.ts'
export { addStake, removeStake, type StakeChange, type StakeInfo, stakesOf } from './staking.ts'
export { eventOf, type SubmitOptions, type TransactionResult } from './submit.ts'
export {
  alphaPrices,
  networkRegistrationCost,
  nextEpochBlock,
  registerNetwork,
  type Subnet,
  startCall,
  subnet,
  subnets,
} from './subnets.ts'
export { blocksUntilReveal, type Schedule } from './timelock-weights.ts'
