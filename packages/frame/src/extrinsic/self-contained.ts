/** Calls that carry their own signature, as Ethereum transactions do. */
import type { CallValue, DispatchInfo } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import type { Outcome } from '../pallet/dispatch.ts'
import type { ValidTransaction } from '../pallet/validity.ts'

/** A self-contained call with its signer, as `check` recovered it. */
export interface SelfContainedCall<Signer> {
  readonly call: CallValue
  readonly signer: Signer
  readonly info: DispatchInfo
  readonly length: number
}

/**
 * How the runtime treats self-contained calls. All but `is` and `apply` throw `InvalidityError`.
 *
 * source  polkadot-evm/frontier primitives/self-contained SelfContainedCall
 */
export interface SelfContained<Signer = unknown> {
  is(call: CallValue): boolean
  /** The signer, from the call's own signature. */
  check(ctx: Context, call: CallValue): Signer
  /** For the transaction pool. */
  validate(ctx: Context, tx: SelfContainedCall<Signer>): ValidTransaction
  /** Immediately before `apply`: a refusal makes the block invalid. */
  pre_dispatch(ctx: Context, tx: SelfContainedCall<Signer>): void
  apply(ctx: Context, tx: SelfContainedCall<Signer>): Outcome
}
