/** Signs for a running node, right or wrong. */
import { toHex } from '@taonet/frame'
import { localNetwork, type NetworkChoice } from '@taonet/runtime'
import type { Hash } from '../../packages/node/src/chain.ts'
import { Signer, type Signing } from '../../packages/node/src/testing/signer.ts'
import type { NodeProcess } from './node-process.ts'

export const FAST: NetworkChoice = { chain: 'local', fast: true }

export class Wallet extends Signer {
  private readonly node: NodeProcess

  private constructor(node: NodeProcess, network: NetworkChoice, genesis: Hash) {
    super(localNetwork(network), genesis)
    this.node = node
  }

  static async of(node: NodeProcess, network: NetworkChoice = FAST): Promise<Wallet> {
    return new Wallet(node, network, (await node.ask('chain_getBlockHash', 0)) as Hash)
  }

  /** A signed transfer as hex. */
  transferHex(from: string, to: string, value: bigint, signing: Signing): string {
    return toHex(this.sign(from, this.transfer(to, value), signing))
  }

  /** Submits a signed transfer; gives its hash. */
  async send(from: string, to: string, value: bigint, nonce: number): Promise<unknown> {
    return this.node.ask('author_submitExtrinsic', this.transferHex(from, to, value, { nonce }))
  }
}
