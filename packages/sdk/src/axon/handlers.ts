/** What a subnet gives an axon for one synapse. */
import type { FieldDeclarations } from '../synapse/field-types.ts'
import type { Synapse, SynapseType } from '../synapse/synapse.ts'

export type ForwardContext = {
  /** Aborts when the caller's time is up or the caller is gone: stop working then. */
  readonly signal: AbortSignal
}

type Awaitable<T> = T | Promise<T>

/** Answers a request: fills the synapse and returns it. */
export type Forward<F extends FieldDeclarations> = (
  synapse: Synapse<F>,
  context: ForwardContext,
) => Awaitable<Synapse<F>>

/** Answers a request bit by bit; each text or byte string is sent as it comes. */
export type StreamForward<F extends FieldDeclarations> = (
  synapse: Synapse<F>,
  context: ForwardContext,
) => AsyncIterable<Uint8Array | string>

/**
 * Hooks that see a request before its body is read: fields hold empty values, `dendrite.hotkey` says
 * who calls.
 */
export type Hooks<F extends FieldDeclarations> = {
  /**
   * Whether to turn the caller away, with the reason that it is told. Runs before the signature is
   * checked, as upstream: do not trust the hotkey for more than refusing.
   */
  readonly blacklist?: (synapse: Synapse<F>) => Awaitable<boolean | readonly [boolean, string]>
  /** Throws to refuse; replaces the check of nonce and signature. */
  readonly verify?: (synapse: Synapse<F>) => Awaitable<void>
  /** Higher goes first when workers are busy; the caller is verified by then. */
  readonly priority?: (synapse: Synapse<F>) => Awaitable<number>
}

/** One attached synapse. */
export type Route<F extends FieldDeclarations = FieldDeclarations> = {
  readonly type: SynapseType<F>
  readonly hooks: Hooks<F>
} & (
  | { readonly kind: 'unary'; readonly forward: Forward<F> }
  | { readonly kind: 'stream'; readonly forward: StreamForward<F> }
)
