/** The beacon of development networks: signs each round when it is due. */
import { type BeaconConfiguration, type Pulse, signPulse } from '@taonet/runtime'
import type { Beacon, Question } from './beacon.ts'

/** As public as the development accounts: SHA-256 of `taonet development beacon`, modulo the order. */
export const DEVELOPMENT_SECRET =
  0x143dc50a8adc68e2e1406afd5e9ddce30516e785d006270e01ad16814606c423n

/** The round whose pulse was published last, at a time. The first comes at the genesis time itself. */
export function roundAt(unixMs: number, { genesis_time, period }: BeaconConfiguration): bigint {
  const passed = Math.floor((unixMs / 1000 - genesis_time) / period)
  return BigInt(Math.max(0, passed + 1))
}

export class LocalBeacon implements Beacon {
  private readonly now: () => number

  /** `now` in milliseconds since 1970, as the chain has it. */
  constructor(now: () => number) {
    this.now = now
  }

  async latest({ config }: Question): Promise<bigint> {
    return roundAt(this.now(), config)
  }

  async pulse(_question: Question, round: bigint): Promise<Pulse> {
    return signPulse(round, DEVELOPMENT_SECRET)
  }
}
