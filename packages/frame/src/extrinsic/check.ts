/** From a decoded extrinsic to one whose signer is known. */
import { type CallValue, type DispatchInfo, dispatchInfo } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import { CannotLookup } from '../pallet/error.ts'
import { invalid, unknown } from '../pallet/validity.ts'
import type { AccountId, MultiAddress } from '../types.ts'
import type { Extrinsic } from './extrinsic.ts'
import { type CheckSignature, checkSignature, signedBytes } from './payload.ts'

/** Who stands behind an extrinsic. */
export type Format =
  | { readonly type: 'Bare' }
  | { readonly type: 'Signed'; readonly signer: AccountId; readonly extra: readonly unknown[] }
  | { readonly type: 'General'; readonly extra: readonly unknown[] }
  | { readonly type: 'SelfContained'; readonly signer: unknown }

export interface Checked {
  readonly format: Format
  readonly call: CallValue
  readonly info: DispatchInfo
  /** Bytes of the encoded extrinsic. */
  readonly length: number
}

/** The account that signs. Only the address form `Id` names one. */
function signerOf(address: MultiAddress): AccountId {
  if (address.type !== 'Id') throw unknown({ type: 'CannotLookup' })
  return address.value
}

/** The account that a call's argument names; refuses CannotLookup for other forms than `Id`. */
export function targetOf(address: MultiAddress): AccountId {
  if (address.type !== 'Id') throw CannotLookup
  return address.value
}

function formatOf(ctx: Context, { preamble, call }: Extrinsic, verify: CheckSignature): Format {
  const { selfContained } = ctx.runtime.parts
  if (selfContained?.is(call)) {
    if (preamble.type === 'Signed') throw invalid({ type: 'BadProof' })
    return { type: 'SelfContained', signer: selfContained.check(ctx, call) }
  }
  if (preamble.type === 'Bare') return { type: 'Bare' }
  const { extra } = preamble
  if (preamble.type === 'General') return { type: 'General', extra }
  const signer = signerOf(preamble.address)
  if (!verify(preamble.signature, signedBytes(ctx, { call, extra }), signer))
    throw invalid({ type: 'BadProof' })
  return { type: 'Signed', signer, extra }
}

/**
 * Checks the signature.
 *
 * differs from plain FRAME, as upstream: the weight of the extensions is not announced (the type
 *         around the generic extrinsic leaves it out)
 * refuses CannotLookup, AncientBirthBlock, BadProof
 */
export function check(
  ctx: Context,
  extrinsic: Extrinsic,
  length: number,
  verify: CheckSignature = checkSignature,
): Checked {
  const format = formatOf(ctx, extrinsic, verify)
  return { format, call: extrinsic.call, info: dispatchInfo(ctx, extrinsic.call), length }
}
