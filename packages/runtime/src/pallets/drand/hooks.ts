/** Hooks of Drand: pulses come in unsigned transactions that carry a signature of their own. */
import * as f from '@taonet/frame'
import { UnsignedPriority } from './constants.ts'
import * as storage from './storage.ts'
import { BeaconConfigurationPayload, PulsesPayload } from './types.ts'

const TAG_PREFIX = f.str.encode('DrandOffchainWorker')
const PULSE_TAG = f.utf8('drand')
const PublicBytes = f.bytes

type Unsigned<P> = { readonly signature: f.MultiSignature | undefined } & P
type SetBeacon = Unsigned<{ readonly config_payload: BeaconConfigurationPayload }>
type WritePulse = Unsigned<{ readonly pulses_payload: PulsesPayload }>

const tagged = (tag: Uint8Array): Uint8Array => f.concatBytes(TAG_PREFIX, f.blake2_256(tag))

/** The payload was signed by the sr25519 key that it names. */
function ensureSigned(
  payload: Uint8Array,
  signer: f.MultiSigner,
  signature: f.MultiSignature | undefined,
): void {
  if (signature === undefined) throw f.invalid({ type: 'BadSigner' })
  const isKnown = signer.type === 'Sr25519' && signature.type === 'Sr25519'
  const [bytes, key] = [f.fromHex(signature.value), f.fromHex(signer.value)]
  if (!isKnown || !f.verifySr25519(bytes, payload, key)) throw f.invalid({ type: 'BadProof' })
}

function ensureNotAhead(ctx: f.Context, block: number): void {
  if (ctx.block < block) throw f.invalid({ type: 'Future' })
}

function validatePulse(
  ctx: f.Context,
  { pulses_payload, signature }: WritePulse,
): f.UnsignedValidity {
  const { pulses, block_number } = pulses_payload
  ensureSigned(PulsesPayload.encode(pulses_payload), pulses_payload.public, signature)
  ensureNotAhead(ctx, block_number)
  const [pulse, second] = pulses
  if (pulse === undefined || second !== undefined) throw f.invalid({ type: 'Call' })
  const { round } = pulse
  const isStale =
    storage.NextUnsignedAt.get(ctx) > ctx.block || round <= storage.LastStoredRound.get(ctx)
  if (isStale) throw f.invalid({ type: 'Stale' })
  const priority = f.satU64.add(UnsignedPriority.get(ctx), f.satU64.MAX - round)
  const provides = [tagged(f.concatBytes(PULSE_TAG, f.u64.encode(round)))]
  return { priority, requires: [], provides, longevity: 3n, propagate: false }
}

function validateBeacon(
  ctx: f.Context,
  { config_payload, signature }: SetBeacon,
): f.UnsignedValidity {
  const signer = config_payload.public
  ensureSigned(BeaconConfigurationPayload.encode(config_payload), signer, signature)
  ensureNotAhead(ctx, config_payload.block_number)
  const next = storage.NextUnsignedAt.get(ctx)
  if (next > config_payload.block_number) throw f.invalid({ type: 'Stale' })
  const key = PublicBytes.encode(f.MultiSigner.encode(signer))
  const provides = [tagged(f.concatBytes(f.u32.encode(next), key))]
  const priority = UnsignedPriority.get(ctx)
  return { priority, requires: [], provides, longevity: 1n, propagate: true }
}

/**
 * refuses BadSigner, BadProof, Future, Call, Stale
 * source  opentensor/subtensor pallets/drand/src/lib.rs ValidateUnsigned
 */
export function validate_unsigned(
  ctx: f.Context,
  _source: f.TransactionSource,
  { name, args }: f.CallValue,
): f.UnsignedValidity {
  // the runtime decoded the arguments of the call that has this name
  if (name === 'write_pulse') return validatePulse(ctx, args as WritePulse)
  if (name === 'set_beacon_config') return validateBeacon(ctx, args as SetBeacon)
  throw f.invalid({ type: 'Call' })
}
