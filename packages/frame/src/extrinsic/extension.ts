/** Transaction extensions: what surrounds a signed call. */
import type { Codec } from '../codec/index.ts'
import type { CallValue, DispatchInfo, PostInfo } from '../pallet/call.ts'
import type { Context } from '../pallet/context.ts'
import type { DispatchError } from '../pallet/error.ts'
import type { Origin } from '../pallet/origin.ts'
import type { TransactionSource, ValidTransaction } from '../pallet/validity.ts'
import type { Weight } from '../pallet/weight.ts'

/** One transaction as an extension sees it. */
export interface Transaction<E> {
  readonly call: CallValue
  readonly origin: Origin
  readonly info: DispatchInfo
  /** Bytes of the encoded extrinsic. */
  readonly length: number
  /** This extension's part of the extrinsic. */
  readonly explicit: E
  readonly source: TransactionSource
}

export interface Dispatched {
  readonly error: DispatchError | undefined
  readonly post: PostInfo
}

/**
 * An extension: its bytes in the extrinsic (`explicit`), the bytes that are only signed (`implicit`),
 * and its part in validation. `validate` throws `InvalidityError`; what it returns is merged over all extensions.
 */
export interface TransactionExtension<E = never, I = never, S = never> {
  readonly identifier: string
  readonly explicit: Codec<E>
  readonly implicit: Codec<I>
  /** What is signed beside the extrinsic; from chain state, e.g. the birth block's hash. */
  implied(ctx: Context, explicit: E): I
  weight?(ctx: Context, call: CallValue): Weight
  /** May change the origin; hands `state` on to `prepare` and `post_dispatch`. */
  validate?(ctx: Context, tx: Transaction<E>): Validated<S>
  prepare?(ctx: Context, tx: Transaction<E>, state: S): S
  post_dispatch?(
    ctx: Context,
    tx: Transaction<E>,
    state: S,
    outcome: Dispatched,
  ): Weight | undefined
}

export interface Validated<S> {
  readonly valid?: Partial<ValidTransaction>
  readonly origin?: Origin
  readonly state?: S
}
