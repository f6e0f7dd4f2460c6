/** Transaction extensions: what surrounds a signed call. */
import type { Codec } from '../codec/index.ts'
import type { CallValue, DispatchInfo, PostInfo } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import type { DispatchError } from '../pallet/error.ts'
import type { Origin } from '../pallet/origin.ts'
import type { TransactionSource, ValidTransaction } from '../pallet/validity.ts'
import type { Weight } from '../pallet/weight.ts'

/** What is the same for every extension, and for extrinsics without any. */
export interface BareTransaction {
  readonly call: CallValue
  readonly info: DispatchInfo
  /** Bytes of the encoded extrinsic. */
  readonly length: number
}

/** One transaction as an extension sees it. */
export interface Transaction<E> extends BareTransaction {
  readonly origin: Origin
  /** This extension's part of the extrinsic. */
  readonly explicit: E
  readonly source: TransactionSource
}

export interface Dispatched {
  readonly error: DispatchError | undefined
  /** As the extensions before this one left it. */
  readonly post: PostInfo
}

/** What an extension does about extrinsics without signature: inherents, unsigned transactions. */
export interface BareExtension {
  validate?(ctx: Context, tx: BareTransaction): Partial<ValidTransaction> | undefined
  prepare?(ctx: Context, tx: BareTransaction): void
  post_dispatch?(ctx: Context, tx: BareTransaction, outcome: Dispatched): void
}

/**
 * An extension: its bytes in the extrinsic (`explicit`), the bytes that are only signed (`implicit`),
 * and its part in validation. `validate` throws `InvalidityError`; what it returns is merged over all extensions.
 */
export interface TransactionExtension<E = null, I = null, S = undefined> {
  readonly identifier: string
  readonly explicit: Codec<E>
  /** The type of `explicit` in the tuple of all extensions, where it is another one. */
  readonly inTuple?: Codec<E>
  readonly implicit: Codec<I>
  /** What is signed beside the extrinsic; from chain state, e.g. the birth block's hash. */
  implied(ctx: Context, explicit: E): I
  weight?(ctx: Context, call: CallValue, explicit: E): Weight
  /** May change the origin; hands `state` on to `prepare` and `post_dispatch`. */
  validate?(ctx: Context, tx: Transaction<E>): Validated<S> | undefined
  /** The last check, right before the call runs; what it writes stays even if the call fails. */
  prepare?(ctx: Context, tx: Transaction<E>, state: S): S
  /** Gives the part of the extension's own weight that was not needed. */
  post_dispatch?(
    ctx: Context,
    tx: Transaction<E>,
    state: S,
    outcome: Dispatched,
  ): Weight | undefined
  readonly bare?: BareExtension
}
// biome-ignore lint/suspicious/noExplicitAny: extensions of any types share one list
export type AnyExtension = TransactionExtension<any, any, any>

export interface Validated<S> {
  readonly valid?: Partial<ValidTransaction>
  readonly origin?: Origin
  readonly state?: S
}
