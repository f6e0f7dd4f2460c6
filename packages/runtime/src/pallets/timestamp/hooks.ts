/** Hooks of Timestamp: the inherent that every block begins with. */
import * as f from '@taonet/frame'
import { set } from './calls.ts'
import * as constants from './constants.ts'
import * as storage from './storage.ts'

/** Name of the inherent data: milliseconds of the Unix epoch as u64. */
export const IDENTIFIER = 'timstap0'
const MAX_DRIFT_MS = 30_000n

/** `source` polkadot-sdk substrate/primitives/timestamp/src/lib.rs InherentError */
const inherentError = (index: number, message: string): f.InherentError => ({
  identifier: IDENTIFIER,
  message,
  encoded: Uint8Array.of(index),
  fatal: true,
})
const TOO_EARLY = inherentError(0, 'The timestamp is too early.')
const TOO_FAR = inherentError(1, 'The timestamp is too far in the future.')

export const on_initialize = (): f.Weight => f.weight(3_246_000n)

export function on_finalize(ctx: f.Context): void {
  f.assert(storage.DidUpdate.take(ctx), 'a block sets the time')
}

export const is_inherent = (call: f.CallValue): boolean => call.name === 'set'

/** The earliest time that a block may have after the last one. */
const earliest = (ctx: f.Context): bigint => storage.Now.get(ctx) + constants.MinimumPeriod.get(ctx)

function timeOf(data: f.InherentData): bigint {
  const encoded = data.get(IDENTIFIER)
  f.assert(encoded !== undefined, 'the author knows the time')
  return f.u64.decode(encoded)
}

export function create_inherent(ctx: f.Context, data: f.InherentData): f.CallValue {
  const time = timeOf(data)
  const isTooEarly = time < earliest(ctx)
  return set({ now: isTooEarly ? earliest(ctx) : time })
}

export function check_inherent(
  ctx: f.Context,
  call: f.CallValue,
  data: f.InherentData,
): f.InherentError | undefined {
  const { now } = call.args as { now: bigint }
  if (now > timeOf(data) + MAX_DRIFT_MS) return TOO_FAR
  return now < earliest(ctx) ? TOO_EARLY : undefined
}
