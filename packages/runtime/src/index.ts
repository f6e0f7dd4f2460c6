// Bittensor's rules.
export { inherentData, preDigest, timing } from './authoring.ts'
export {
  type BeaconConfiguration,
  type BeaconState,
  beaconState,
  type Pulse,
  pulseTransaction,
  signPulse,
} from './beacon.ts'
export * from './networks/index.ts'
export { PALLETS, spec425 } from './runtime.ts'
export {
  authorsShieldKey,
  hashOfShieldKey,
  ShieldedTransaction,
  shieldedIn,
  type Unshielded,
  unshieldedOf,
} from './shield.ts'
export {
  type SimulatedBlock,
  type SimulatedParts,
  Simulation,
  type SimulationOptions,
} from './simulation.ts'
