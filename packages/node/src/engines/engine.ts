/** What decides when a block is made. Every engine finalises each block as it is made. */

/** The part of a node that an engine drives. */
export interface Sealer {
  /** Makes a block from the pool, within a time budget; true when another one would be of use. */
  seal(options: { readonly createEmpty: boolean; readonly budgetMs?: number }): Promise<boolean>
  /** Hears of transactions that became ready. */
  onReady(listener: () => void): void
  /** Time of the outside world in milliseconds since 1970. */
  now(): number
}

export interface Engine {
  start(sealer: Sealer): void
  /** Waits for a block that is being made. */
  stop(): Promise<void>
}
