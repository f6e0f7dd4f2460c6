/** The skeleton of a neuron's process: its place in the subnet, kept in step with the chain. */
import type { Signer } from '@taonet/sdk'
import { SubnetError } from './errors.ts'
import { type Log, reasonOf } from './log.ts'
import { sleep } from './shutdown.ts'
import type { NeuronState, SubnetChain, SubnetState } from './subnet-chain.ts'

export type NeuronOptions = {
  readonly chain: SubnetChain
  readonly hotkey: Signer
  readonly netuid: number
  readonly log: Log
  /** Aborts when the process is to end. */
  readonly signal: AbortSignal
}

/** First and longest wait before a failed reading of the chain is repeated. */
const RETRY_MS = { first: 250, longest: 15_000 } as const

/**
 * A registered neuron: who it is, and the subnet as last read.
 *
 * `Neuron.join` reads the subnet first; `sync` reads it again. Both wait out a chain that does not
 * answer, since nodes restart, and give up only when asked to end.
 */
export class Neuron {
  readonly options: NeuronOptions
  #subnet: SubnetState
  #self: NeuronState

  private constructor(options: NeuronOptions, subnet: SubnetState, self: NeuronState) {
    this.options = options
    this.#subnet = subnet
    this.#self = self
  }

  /** Refuses (SubnetError) NOT_REGISTERED with the command that helps, WRONG_CHAIN. */
  static async join(options: NeuronOptions): Promise<Neuron> {
    const subnet = await readSubnet(options)
    const self = findSelf(options, subnet)
    options.log.info('joined', { netuid: subnet.netuid, uid: self.uid, block: subnet.block })
    return new Neuron(options, subnet, self)
  }

  get uid(): number {
    return this.#self.uid
  }

  /** Our own row of the subnet. */
  get self(): NeuronState {
    return this.#self
  }

  get subnet(): SubnetState {
    return this.#subnet
  }

  get isEnding(): boolean {
    return this.options.signal.aborted
  }

  /** Reads the subnet again. Refuses (SubnetError) NOT_REGISTERED once our uid was given away. */
  async sync(): Promise<void> {
    const subnet = await readSubnet(this.options)
    this.#self = findSelf(this.options, subnet)
    this.#subnet = subnet
  }

  /** Waits, but not beyond the end of the process. */
  async sleep(ms: number): Promise<void> {
    await sleep(ms, this.options.signal)
  }
}

async function readSubnet({ chain, netuid, log, signal }: NeuronOptions): Promise<SubnetState> {
  for (let wait: number = RETRY_MS.first; ; wait = Math.min(2 * wait, RETRY_MS.longest)) {
    try {
      return await chain.subnet(netuid)
    } catch (error) {
      if (error instanceof SubnetError || signal.aborted) throw error
      log.warn('the chain does not answer', { reason: reasonOf(error), againInMs: wait })
      await sleep(wait, signal)
      if (signal.aborted) throw error
    }
  }
}

function findSelf({ hotkey, netuid }: NeuronOptions, subnet: SubnetState): NeuronState {
  const self = subnet.neurons.find((neuron) => neuron.hotkey === hotkey.ss58Address)
  if (self !== undefined) return self
  throw new SubnetError(
    'NOT_REGISTERED',
    `hotkey ${hotkey.ss58Address} has no uid in subnet ${netuid}; register it first: ` +
      `btcli subnets register --netuid ${netuid}`,
  )
}
