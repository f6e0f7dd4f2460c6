// Pulses of the randomness beacon: from where, and into the pool.
export { type Beacon, BeaconError } from './beacon.ts'
export { PulseFeed, type PulseTaker } from './feed.ts'
export { HttpBeacon, QUICKNET_RELAYS } from './http-beacon.ts'
export { LocalBeacon } from './local-beacon.ts'
