/** Who pays for a proxied call: the account itself, when it said so. */
import * as f from '@taonet/frame'
import { RealPaysFee } from '../pallets/proxy/storage.ts'

interface ProxyArgs {
  readonly real: f.MultiAddress
  readonly call: f.CallValue
}

/** The account in whose name `call` acts, if it is a proxy's. */
function proxied({
  pallet,
  name,
  args,
}: f.CallValue): { real: f.AccountId; call: f.CallValue } | undefined {
  if (pallet !== 'Proxy' || name !== 'proxy') return undefined
  const { real, call } = args as ProxyArgs
  return real.type === 'Id' ? { real: real.value, call } : undefined
}

/** The account behind `call` when it pays for what `delegate` does in its name. */
function payingReal(
  ctx: f.Context,
  call: f.CallValue,
  delegate: f.AccountId,
): f.AccountId | undefined {
  const real = proxied(call)?.real
  return real !== undefined && RealPaysFee.has(ctx, real, delegate) ? real : undefined
}

const BATCHES = new Set(['batch', 'batch_all', 'force_batch'])

/** The one account behind all calls of a batch, when it pays. */
function payingRealOfBatch(
  ctx: f.Context,
  { pallet, name, args }: f.CallValue,
  delegate: f.AccountId,
): f.AccountId | undefined {
  if (pallet !== 'Utility' || !BATCHES.has(name)) return undefined
  const { calls } = args as { calls: readonly f.CallValue[] }
  const [first] = calls
  if (first === undefined) return undefined
  const real = payingReal(ctx, first, delegate)
  return calls.every((call) => proxied(call)?.real === real) ? real : undefined
}

/**
 * Follows proxies that pay for their delegates, at most two deep; `undefined` when the signer pays.
 *
 * source  opentensor/subtensor runtime/src/transaction_payment_wrapper.rs extract_real_fee_payer
 */
export function feePayer(
  ctx: f.Context,
  call: f.CallValue,
  origin: f.Origin,
): f.AccountId | undefined {
  const signer = f.signer(origin)
  if (signer === undefined) return undefined
  const outer = payingReal(ctx, call, signer)
  const inner = proxied(call)?.call
  if (outer === undefined || inner === undefined) return undefined
  return payingReal(ctx, inner, outer) ?? payingRealOfBatch(ctx, inner, outer) ?? outer
}
