/** Where pulses come from. */
import type { BeaconConfiguration, Pulse } from '@taonet/runtime'

/** A question to a beacon. */
export interface Question {
  /** The beacon that the chain believes. */
  readonly config: BeaconConfiguration
  readonly timeoutMs: number
  /** Gives up when the node stops. */
  readonly signal: AbortSignal
}

export interface Beacon {
  /** The latest round that has a pulse. */
  latest(question: Question): Promise<bigint>
  /** The pulse of a round that was. */
  pulse(question: Question, round: bigint): Promise<Pulse>
}

/** A beacon that does not answer as it should; the message says what was asked and what came. */
export class BeaconError extends Error {
  override readonly name = 'BeaconError'
}
