/** Whom a validator asks. */
import type { Draws } from './seed.ts'
import type { NeuronState, SubnetState } from './subnet-chain.ts'

/** A neuron that serves. */
export type Serving = NeuronState & {
  readonly axon: { readonly ip: string; readonly port: number }
}

/**
 * Up to `most` neurons that serve, ourselves left out, in order of their uids. If there are more, the
 * draws decide, so that each has its turn.
 */
export function chooseMiners(
  subnet: SubnetState,
  self: number,
  most: number,
  draws: Draws,
): Serving[] {
  const serving = subnet.neurons.filter(
    (neuron): neuron is Serving => neuron.axon !== undefined && neuron.uid !== self,
  )
  if (serving.length <= most) return serving
  return draws
    .shuffle(serving)
    .slice(0, most)
    .sort((a, b) => a.uid - b.uid)
}
