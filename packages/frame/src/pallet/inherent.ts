/** Inherents: what a block's author puts into the block on its own authority. */

/** What the author's node knows about the world: SCALE values under names of 8 characters. */
export type InherentData = ReadonlyMap<string, Uint8Array>

/** What is wrong with an inherent. */
export interface InherentError {
  /** Name of the data it disagrees with. */
  readonly identifier: string
  readonly message: string
  /** The error as other nodes read it. */
  readonly encoded: Uint8Array
  /** The block can never become right by waiting. */
  readonly fatal: boolean
  /** Milliseconds until it may be right. */
  readonly retryAfterMs?: number
}
