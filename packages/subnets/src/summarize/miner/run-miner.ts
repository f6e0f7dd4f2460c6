/** A miner: serves summaries, and keeps the chain told of where. */
import { Axon } from '@taonet/sdk'
import { type Admission, admissionOf } from '../../kit/admission.ts'
import { reasonOf } from '../../kit/log.ts'
import { Neuron, type NeuronOptions } from '../../kit/neuron.ts'
import { Summarize } from '../protocol.ts'
import { answerWith } from './answer.ts'
import type { Summariser } from './summarisers.ts'

export type MinerOptions = NeuronOptions & {
  readonly summarise: Summariser
  readonly axon: {
    readonly host: string
    readonly port: number
    /** Announced on chain; absent: not announced. */
    readonly externalIp?: string
    readonly externalPort?: number
  }
  /** Whether callers need a validator permit. */
  readonly needsPermit: boolean
  /** Milliseconds between two readings of the subnet. */
  readonly syncMs: number
}

/** Serves until asked to end. Refuses as `Neuron.join`, and if the port is taken (AxonError). */
export async function runMiner(options: MinerOptions): Promise<void> {
  const { hotkey, log, summarise, needsPermit } = options
  const neuron = await Neuron.join(options)
  const admit = (): Admission => admissionOf(neuron.subnet, { needsPermit, minStake: 0n })
  let admission = admit()
  const axon = new Axon({
    hotkey,
    host: options.axon.host,
    port: options.axon.port,
    observe: ({ synapse, status, message, error }) => {
      if (status >= 400) log.debug('refused', { synapse, status, message, error: text(error) })
    },
  })
  axon.attach(Summarize, answerWith(summarise, log), {
    blacklist: ({ dendrite }) => {
      const refusal = admission.refusal(dendrite.hotkey)
      return refusal === undefined ? false : [true, refusal]
    },
    priority: ({ dendrite }) => admission.priority(dendrite.hotkey),
  })
  await axon.start()
  log.info('serving', { host: options.axon.host, port: axon.port })
  try {
    await announce(options, axon.port)
    while (!neuron.isEnding) {
      await neuron.sleep(options.syncMs)
      if (neuron.isEnding) break
      await neuron.sync()
      admission = admit()
      // A node that lost its state, or a uid taken over, must learn of the axon again.
      if (neuron.self.axon === undefined) await announce(options, axon.port)
    }
  } finally {
    await axon.stop(1000)
    log.info('stopped serving')
  }
}

/** A refusal, a rate limit for instance, is logged; the next reading tries again. */
async function announce({ chain, hotkey, netuid, axon, log }: MinerOptions, port: number) {
  if (axon.externalIp === undefined) return
  const at = { ip: axon.externalIp, port: axon.externalPort ?? port }
  try {
    await chain.serveAxon(hotkey, netuid, at)
    log.info('announced', at)
  } catch (error) {
    log.warn('the chain did not take the address', { ...at, reason: reasonOf(error) })
  }
}

function text(error: unknown): string | undefined {
  return error === undefined ? undefined : reasonOf(error)
}
