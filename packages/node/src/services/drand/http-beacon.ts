/** A beacon of the outside world, through the relays that serve it over HTTP. */
import { fromHex, toHex } from '@taonet/frame'
import type { Pulse } from '@taonet/runtime'
import { type Beacon, BeaconError, type Question } from './beacon.ts'

/** source  opentensor/subtensor pallets/drand/src/lib.rs ENDPOINTS */
export const QUICKNET_RELAYS: readonly string[] = [
  'https://api.drand.sh',
  'https://api2.drand.sh',
  'https://api3.drand.sh',
  'https://drand.cloudflare.com',
  'https://api.drand.secureweb3.com:6875',
]

const MOST_BYTES = 4096

/**
 * Asks every relay at once and takes the first pulse that comes. What a relay says is not believed: the
 * chain checks each pulse with the beacon's key.
 */
export class HttpBeacon implements Beacon {
  private readonly relays: readonly string[]

  constructor(relays: readonly string[]) {
    this.relays = relays
  }

  async latest(question: Question): Promise<bigint> {
    const { round } = await this.ask(question, 'latest')
    return round
  }

  async pulse(question: Question, round: bigint): Promise<Pulse> {
    const pulse = await this.ask(question, String(round))
    if (pulse.round === round) return pulse
    throw new BeaconError(`asked for the pulse of round ${round}, got that of ${pulse.round}`)
  }

  private async ask({ config, timeoutMs, signal }: Question, what: string): Promise<Pulse> {
    const path = `/${toHex(config.hash).slice(2)}/public/${what}`
    const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
    try {
      return await Promise.any(this.relays.map((relay) => pulseFrom(`${relay}${path}`, limit)))
    } catch (cause) {
      const reasons = cause instanceof AggregateError ? cause.errors : [cause]
      const texts = reasons.map((error) => (error instanceof Error ? error.message : `${error}`))
      throw new BeaconError(`no relay gave ${path}: ${texts.join('; ')}`, { cause })
    }
  }
}

async function pulseFrom(url: string, signal: AbortSignal): Promise<Pulse> {
  const response = await fetch(url, { signal })
  if (response.status !== 200) throw new BeaconError(`${url} answered ${response.status}`)
  const text = await response.text()
  if (text.length > MOST_BYTES) throw new BeaconError(`${url} answered ${text.length} characters`)
  return parsePulse(text)
}

/** Reads `{"round": 1, "randomness": "ab…", "signature": "cd…"}`; refuses BeaconError. */
export function parsePulse(text: string): Pulse {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new BeaconError('a pulse that is no JSON', { cause })
  }
  const { round, randomness, signature } = (value ?? {}) as Record<string, unknown>
  if (typeof round !== 'number' || !Number.isSafeInteger(round) || round < 0)
    throw new BeaconError('a pulse without a round')
  return {
    round: BigInt(round),
    randomness: bytesOf('randomness', randomness, 32),
    signature: bytesOf('signature', signature, 144),
  }
}

function bytesOf(name: string, value: unknown, most: number): Uint8Array {
  if (typeof value !== 'string' || !/^([\da-f]{2})+$/i.test(value) || value.length > 2 * most)
    throw new BeaconError(`a pulse whose ${name} is not at most ${most} bytes of hex`)
  return fromHex(`0x${value}`)
}
