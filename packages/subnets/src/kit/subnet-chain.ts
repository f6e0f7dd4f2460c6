/** What a neuron needs of a chain; `connectSubnetChain` supplies it over the SDK's client. */
import type { Signer } from '@taonet/sdk'
import type { Weights } from './score-weights.ts'

/** One uid of a subnet as a block left it. */
export type NeuronState = {
  readonly uid: number
  /** SS58 addresses. */
  readonly hotkey: string
  readonly coldkey: string
  /** Where its axon serves; absent while it does not. */
  readonly axon?: { readonly ip: string; readonly port: number }
  /** Whether its weights count. */
  readonly hasPermit: boolean
  /** Alpha on the hotkey by all its stakers, rao. */
  readonly stake: bigint
  /** Block of its last weights, and of its registration. */
  readonly lastUpdate: number
  readonly registeredAt: number
  /** Shares of 1 of the last epoch. */
  readonly trust: number
  readonly consensus: number
  readonly incentive: number
  readonly dividends: number
  /** Alpha of the last epoch, rao. */
  readonly emission: bigint
}

/** One subnet at one block; `neurons[uid].uid === uid`. */
export type SubnetState = {
  readonly netuid: number
  readonly block: number
  readonly tempo: number
  /** Blocks since the last epoch ran. */
  readonly blocksSinceEpoch: number
  /** Blocks that must pass between two settings of weights. */
  readonly weightsRateLimit: number
  readonly neurons: readonly NeuronState[]
}

/** How setting weights ended; a refusal says what to wait for. */
export type WeightsOutcome =
  | { readonly isSet: true; readonly block?: number }
  | { readonly isSet: false; readonly reason: string }

export interface SubnetChain {
  /** Milliseconds between blocks. */
  readonly blockMs: number
  /** Newest block. */
  head(): Promise<{ number: number; hash: string }>
  /** Refuses (SubnetError WRONG_CHAIN) a subnet that does not exist. */
  subnet(netuid: number): Promise<SubnetState>
  /** Tells the chain where the hotkey's axon serves; nothing is sent if it knows already. */
  serveAxon(hotkey: Signer, netuid: number, axon: { ip: string; port: number }): Promise<void>
  setWeights(
    hotkey: Signer,
    netuid: number,
    weights: Weights,
    versionKey: bigint,
  ): Promise<WeightsOutcome>
  close(): Promise<void>
}
