/** The extensions around a call: validation, preparation, and the settlement afterwards. */
import type { Context } from '../pallet/context.ts'
import { dispatch, type Outcome, outcomeOf } from '../pallet/dispatch.ts'
import { isNone, None, type Origin, Signed } from '../pallet/origin.ts'
import { refundWeight, withExtensions } from '../pallet/post-info.ts'
import {
  invalid,
  type TransactionSource,
  unknown,
  type ValidTransaction,
} from '../pallet/validity.ts'
import type { Checked } from './check.ts'
import type { Transaction } from './extension.ts'
import { impliedBy } from './payload.ts'
import { combine, VALID } from './validity.ts'

interface Validation {
  readonly valid: ValidTransaction
  readonly origin: Origin
  /** By extension: what it validated, and what it hands on. */
  readonly transactions: Transaction<unknown>[]
  readonly states: unknown[]
}

/** Lets every extension check; refuses a transaction that nobody answers for. */
function validateAll(
  ctx: Context,
  checked: Checked,
  extra: readonly unknown[],
  { origin: first, source }: { origin: Origin; source: TransactionSource },
): Validation {
  impliedBy(ctx, extra)
  let origin = first
  let valid = VALID
  const transactions: Transaction<unknown>[] = []
  const states: unknown[] = []
  const { call, info, length } = checked
  ctx.runtime.parts.extensions.forEach((extension, i) => {
    const tx = { call, info, length, origin, explicit: extra[i], source }
    const result = extension.validate?.(ctx, tx)
    transactions.push(tx)
    states.push(result?.state)
    valid = combine(valid, result?.valid)
    origin = result?.origin ?? origin
  })
  if (isNone(origin)) throw invalid({ type: 'UnknownOrigin' })
  return { valid, origin, transactions, states }
}

const originOf = (format: Extract<Checked['format'], { extra: unknown }>): Origin =>
  format.type === 'Signed' ? Signed(format.signer) : None

/**
 * What the pool learns about a transaction.
 *
 * refuses InvalidityError
 */
export function validate(
  ctx: Context,
  checked: Checked,
  source: TransactionSource,
): ValidTransaction {
  const { format, call, info, length } = checked
  const { parts } = ctx.runtime
  if (format.type === 'SelfContained')
    return parts.selfContained!.validate(ctx, { call, signer: format.signer, info, length })
  if (format.type === 'Bare') {
    const unsigned = validateUnsigned(ctx, checked, source)
    const legacy = parts.extensions.reduce(
      (valid, { bare }) => combine(valid, bare?.validate?.(ctx, checked)),
      VALID,
    )
    return combine(legacy, unsigned)
  }
  return validateAll(ctx, checked, format.extra, { origin: originOf(format), source }).valid
}

/** A pallet that does not know unsigned transactions refuses them. */
function validateUnsigned(
  ctx: Context,
  { call }: Checked,
  source: TransactionSource,
): ValidTransaction {
  const hook = ctx.runtime.findPallet(call.pallet)?.hooks?.validate_unsigned
  if (hook === undefined) throw noUnsignedValidator()
  return hook(ctx, source, call)
}

const noUnsignedValidator = () => unknown({ type: 'NoUnsignedValidator' })

/** The check of an unsigned call right before it runs. Pallets that know none do not stand in the way. */
function preDispatchUnsigned(ctx: Context, { call }: Checked): void {
  const hooks = ctx.runtime.findPallet(call.pallet)?.hooks
  if (hooks?.pre_dispatch) hooks.pre_dispatch(ctx, call)
  else hooks?.validate_unsigned?.(ctx, 'InBlock', call)
}

function applyBare(ctx: Context, checked: Checked): Outcome {
  const { extensions } = ctx.runtime.parts
  preDispatchUnsigned(ctx, checked)
  for (const { bare } of extensions) bare?.prepare?.(ctx, checked)
  const outcome = outcomeOf(() => dispatch(ctx, None, checked.call))
  settleBare(ctx, checked, outcome)
  return outcome
}

function settleBare(ctx: Context, checked: Checked, outcome: Outcome): void {
  const dispatched = { error: outcome.ok ? undefined : outcome.error, post: outcome.post }
  for (const { bare } of ctx.runtime.parts.extensions)
    bare?.post_dispatch?.(ctx, checked, dispatched)
}

function applySelfContained(ctx: Context, checked: Checked, signer: unknown): Outcome {
  const selfContained = ctx.runtime.parts.selfContained!
  const { call, info, length } = checked
  const tx = { call, signer, info, length }
  selfContained.pre_dispatch(ctx, tx)
  const outcome = selfContained.apply(ctx, tx)
  settleBare(ctx, checked, outcome)
  return outcome
}

/** Validates again, prepares, runs the call, and lets each extension settle. */
function applyExtended(ctx: Context, checked: Checked, extra: readonly unknown[]): Outcome {
  const { extensions } = ctx.runtime.parts
  const origin = originOf(checked.format as Extract<Checked['format'], { extra: unknown }>)
  const validation = validateAll(ctx, checked, extra, { origin, source: 'InBlock' })
  const transactions = validation.transactions.map((tx) => ({ ...tx, origin: validation.origin }))
  const states = extensions.map((extension, i) => {
    const state = validation.states[i]
    return extension.prepare ? extension.prepare(ctx, transactions[i]!, state) : state
  })
  const outcome = outcomeOf(() => dispatch(ctx, validation.origin, checked.call))
  const error = outcome.ok ? undefined : outcome.error
  let post = withExtensions(outcome.post, checked.info)
  extensions.forEach((extension, i) => {
    const unspent = extension.post_dispatch?.(ctx, transactions[i]!, states[i], { error, post })
    if (unspent !== undefined) post = refundWeight(post, unspent)
  })
  return outcome.ok ? { ok: true, post } : { ok: false, error: outcome.error, post }
}

/**
 * Runs an extrinsic whose signature holds.
 *
 * refuses InvalidityError when it may not be in a block at all; a failing call is an outcome
 */
export function apply(ctx: Context, checked: Checked): Outcome {
  const { format } = checked
  if (format.type === 'Bare') return applyBare(ctx, checked)
  if (format.type === 'SelfContained') return applySelfContained(ctx, checked, format.signer)
  return applyExtended(ctx, checked, format.extra)
}
