/** Limits of `chainHead_v1`; defaults are upstream's. source polkadot-sdk chain_head.rs ChainHeadConfig */
export interface ChainHeadLimits {
  /** Distinct pinned blocks over all subscriptions. */
  readonly maxPinnedBlocks: number
  /** Pins older than this are given up when room is needed. */
  readonly maxPinMs: number
  readonly maxOperations: number
  readonly maxFollowsPerPeer: number
  /** Items of one storage operation after which the client has to ask for more. */
  readonly maxItemsPerPage: number
}

export const CHAIN_HEAD_LIMITS: ChainHeadLimits = {
  maxPinnedBlocks: 512,
  maxPinMs: 60_000,
  maxOperations: 16,
  maxFollowsPerPeer: 4,
  maxItemsPerPage: 10_000,
}
