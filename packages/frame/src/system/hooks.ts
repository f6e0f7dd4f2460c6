/** Hooks of System: the code of an authorised upgrade may come from anyone. */
import { fromHex } from '../crypto/bytes.ts'
import type { CallValue } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import { DispatchError } from '../pallet/error.ts'
import {
  FOREVER,
  invalid,
  type TransactionSource,
  type UnsignedValidity,
} from '../pallet/validity.ts'
import { authorizationFor } from './code.ts'

function authorizedHash(ctx: Context, call: CallValue): string {
  if (call.name !== 'apply_authorized_upgrade') throw invalid({ type: 'Call' })
  try {
    return authorizationFor(ctx, (call.args as { code: Uint8Array }).code).code_hash
  } catch (error) {
    if (error instanceof DispatchError) throw invalid({ type: 'Call' })
    throw error
  }
}

export function validate_unsigned(
  ctx: Context,
  _source: TransactionSource,
  call: CallValue,
): UnsignedValidity {
  const provides = [fromHex(authorizedHash(ctx, call))]
  return { priority: FOREVER, requires: [], provides, longevity: FOREVER, propagate: true }
}
