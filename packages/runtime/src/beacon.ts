/** The randomness beacon, as far as a node that brings its pulses needs the runtime for it. */
import * as f from '@taonet/frame'
import { HttpFetchTimeout } from './pallets/drand/constants.ts'
import { calls } from './pallets/drand/index.ts'
import * as storage from './pallets/drand/storage.ts'
import { type BeaconConfiguration, type Pulse, PulsesPayload } from './pallets/drand/types.ts'
import { messageOf } from './pallets/drand/verify.ts'

export type { BeaconConfiguration, Pulse }

/** What the chain knows of its beacon. */
export interface BeaconState {
  readonly config: BeaconConfiguration
  /** 0 before the first pulse. */
  readonly lastRound: bigint
  /** Whether pulses are taken on top of this block. */
  readonly isOpen: boolean
  /** For a question to a relay. */
  readonly timeoutMs: number
}

export const beaconState = (ctx: f.Context): BeaconState => ({
  config: storage.BeaconConfig.get(ctx),
  lastRound: storage.LastStoredRound.get(ctx),
  isOpen: storage.NextUnsignedAt.get(ctx) <= ctx.block,
  timeoutMs: Number(HttpFetchTimeout.get(ctx)),
})

/** The pulse of a round, by whoever has the beacon's secret. */
export function signPulse(round: bigint, secret: bigint): Pulse {
  const signature = f.signG1(messageOf(round), secret)
  return { round, randomness: f.sha256(signature), signature }
}

/** The unsigned transaction that brings a pulse; `key` (sr25519) vouches for it to the pool only. */
export function pulseTransaction(ctx: f.Context, pulse: Pulse, key: f.KeyPair): Uint8Array {
  const pulses_payload: PulsesPayload = {
    block_number: ctx.block,
    pulses: [pulse],
    public: { type: 'Sr25519', value: f.toHex(key.publicKey) },
  }
  const value = f.toHex(key.sign(PulsesPayload.encode(pulses_payload)))
  const signature: f.MultiSignature = { type: 'Sr25519', value }
  return f.encodeExtrinsic(ctx.runtime, f.bare(calls.write_pulse({ pulses_payload, signature })))
}
