/** Accounts that several own together. */
import * as f from '@taonet/frame'
import { MaxSignatories } from './constants.ts'
import * as errors from './errors.ts'

const TAG = f.utf8('modlpy/utilisuba')
const Signatories = f.vec(f.AccountId)

/** shape   blake2_256(tag ++ signatories in order ++ threshold) */
export const multiAccountId = (
  signatories: readonly f.AccountId[],
  threshold: number,
): f.AccountId =>
  f.toHex(
    f.blake2_256(f.concatBytes(TAG, Signatories.encode([...signatories]), f.u16.encode(threshold))),
  )

/**
 * All signatories in order: the others, which are given in order, and the caller.
 *
 * refuses TooFewSignatories, TooManySignatories, SignatoriesOutOfOrder, SenderInSignatories
 */
export function signatoriesWith(
  ctx: f.Context,
  others: readonly f.AccountId[],
  who: f.AccountId,
): f.AccountId[] {
  f.ensure(others.length > 0, errors.TooFewSignatories)
  f.ensure(others.length < MaxSignatories.get(ctx), errors.TooManySignatories)
  let before = 0
  others.forEach((other, i) => {
    f.ensure(i === 0 || others[i - 1]! < other, errors.SignatoriesOutOfOrder)
    f.ensure(other !== who, errors.SenderInSignatories)
    if (other < who) before++
  })
  return [...others.slice(0, before), who, ...others.slice(before)]
}
