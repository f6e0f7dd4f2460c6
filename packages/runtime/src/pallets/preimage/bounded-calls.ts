/** Calls that are kept: short ones as they are, longer ones by hash. */
import * as f from '@taonet/frame'
import * as errors from './errors.ts'
import { noteBytes, request, unrequest } from './notes.ts'
import { lengthOf } from './status.ts'
import * as storage from './storage.ts'

const MAX_INLINE = 128
/** What the bytes behind a bare hash are taken to be long. */
const MAX_LEGACY_LENGTH = 1_000_000

/**
 * Keeps a call.
 *
 * refuses Exhausted for one that is too long
 * source  polkadot-sdk substrate/frame/support/src/traits/preimages.rs StorePreimage::bound
 */
export function bound(ctx: f.Context, call: f.CallValue): f.Bounded {
  const bytes = ctx.runtime.call.encode(call)
  if (bytes.length <= MAX_INLINE) return { type: 'Inline', value: bytes }
  try {
    const { hash } = noteBytes(ctx, bytes, undefined)
    return { type: 'Lookup', value: { hash, len: bytes.length } }
  } catch (error) {
    throw error === errors.TooBig ? f.Exhausted : error
  }
}

/** The hash under which a kept call lies, if it does not lie open. */
export const lookupHash = (kept: f.Bounded): f.H256 | undefined =>
  kept.type === 'Inline' ? undefined : kept.value.hash

/** How many bytes have to be looked up; nothing for a call that lies open. */
export function lookupLength(kept: f.Bounded): number | undefined {
  if (kept.type === 'Inline') return undefined
  return kept.type === 'Legacy' ? MAX_LEGACY_LENGTH : kept.value.len
}

/** Asks for the bytes of a kept call. */
export function requestIfLookup(ctx: f.Context, kept: f.Bounded): void {
  const hash = lookupHash(kept)
  if (hash !== undefined) request(ctx, hash)
}

/** Lets a kept call go; that nobody asked for it is no reason to refuse. */
export function drop(ctx: f.Context, kept: f.Bounded): void {
  const hash = lookupHash(kept)
  if (hash === undefined) return
  try {
    unrequest(ctx, hash)
  } catch (error) {
    f.plainError(error)
  }
}

/** A call that was found, and how many bytes were looked up for it. */
export interface Peeked {
  readonly call: f.CallValue
  readonly lookedUp: number | undefined
}

function bytesOf(ctx: f.Context, kept: f.Bounded): Uint8Array {
  if (kept.type === 'Inline') return kept.value
  const { hash } = kept.value
  const length = kept.type === 'Lookup' ? kept.value.len : lengthOf(ctx, hash)
  f.ensure(length !== undefined, f.Unavailable)
  const bytes = storage.PreimageFor.get(ctx, [hash, length])
  f.ensure(bytes !== undefined, f.Unavailable)
  return bytes
}

/**
 * The call that was kept.
 *
 * refuses Unavailable, Corruption
 */
export function peek(ctx: f.Context, kept: f.Bounded): Peeked {
  const bytes = bytesOf(ctx, kept)
  const lookedUp = kept.type === 'Inline' ? undefined : bytes.length
  try {
    return { call: ctx.runtime.call.read(new f.Reader(bytes)), lookedUp }
  } catch (error) {
    if (error instanceof f.CodecError) throw f.Corruption
    throw error
  }
}

/** Like `peek`, and lets the call go. */
export function realize(ctx: f.Context, kept: f.Bounded): Peeked {
  const peeked = peek(ctx, kept)
  drop(ctx, kept)
  return peeked
}
