/** What is signed: the call, the extensions' bytes, and what they take from the chain. */
import { Writer } from '../codec/index.ts'
import { fromHex } from '../crypto/bytes.ts'
import { blake2_256 } from '../crypto/hash.ts'
import { verifySignature } from '../crypto/signature.ts'
import type { CallValue } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import type { AccountId, MultiSignature } from '../types.ts'

/** Longer payloads are signed by their hash. */
const MAX_UNHASHED = 256

/** What each extension takes from the chain: for signatures, and for validation. */
export const impliedBy = (ctx: Context, extra: readonly unknown[]): unknown[] =>
  ctx.runtime.parts.extensions.map((extension, i) => extension.implied(ctx, extra[i]))

/** A transaction before its signature. */
export interface Unsigned {
  readonly call: CallValue
  readonly extra: readonly unknown[]
  /** By default what the chain implies; a signer without the chain gives them. */
  readonly implicit?: readonly unknown[]
}

/** The bytes that are signed, in full. */
export function payloadOf(ctx: Context, { call, extra, implicit }: Unsigned): Uint8Array {
  const { runtime } = ctx
  const implied = implicit ?? impliedBy(ctx, extra)
  const out = new Writer()
  runtime.call.write(out, call)
  for (const [i, extension] of runtime.parts.extensions.entries())
    extension.explicit.write(out, extra[i])
  for (const [i, extension] of runtime.parts.extensions.entries())
    extension.implicit.write(out, implied[i])
  return out.take()
}

/**
 * The bytes that a key signs.
 *
 * shape   call ++ extra ++ implicit; its blake2_256 when longer than 256 bytes
 */
export function signedBytes(ctx: Context, unsigned: Unsigned): Uint8Array {
  const payload = payloadOf(ctx, unsigned)
  return payload.length > MAX_UNHASHED ? blake2_256(payload) : payload
}

/** Says whether a signature holds. Nodes replace it by one that remembers. */
export type CheckSignature = (
  signature: MultiSignature,
  message: Uint8Array,
  signer: AccountId,
) => boolean

const KEY_TYPES = { Ed25519: 'ed25519', Sr25519: 'sr25519', Ecdsa: 'ecdsa' } as const

export const checkSignature: CheckSignature = (signature, message, signer) =>
  verifySignature(KEY_TYPES[signature.type], fromHex(signature.value), message, fromHex(signer))
