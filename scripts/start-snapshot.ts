/** From what the chain says to what the view shows. */
import type { SubnetState } from '@taonet/subnets'
import { CAST, type Part } from './start-cast.ts'
import type { NeuronRow, View } from './start-view.ts'

/** Facts of a subnet beyond its neurons, amounts in rao. */
export type SubnetFacts = {
  readonly name: string
  readonly symbol: string
  readonly price: bigint
  readonly poolTao: bigint
  readonly poolAlpha: bigint
  readonly taoInEmission: bigint
  readonly alphaInEmission: bigint
  readonly alphaOutEmission: bigint
  readonly epochIndex: number
}

/** Alpha that was put on a hotkey rather than earned, by hotkey address, rao. */
export type Principals = Readonly<Record<string, bigint>>

export type ViewParts = {
  readonly endpoint: string
  readonly blockMs: number
  readonly state: SubnetState
  readonly facts: SubnetFacts
  readonly principals: Principals
  /** Address of each part's hotkey, by the part's name. */
  readonly addresses: ReadonlyMap<string, string>
  readonly news: readonly string[]
  readonly help: readonly string[]
}

/** The view of one block. Hotkeys that are none of the cast are miners by their address. */
export function viewOf(parts: ViewParts): View {
  const { state, facts } = parts
  const byAddress = new Map(CAST.map((part) => [parts.addresses.get(part.name), part]))
  return {
    endpoint: parts.endpoint,
    blockMs: parts.blockMs,
    block: state.block,
    netuid: state.netuid,
    subnetName: facts.name,
    symbol: facts.symbol,
    tempo: state.tempo,
    epoch: facts.epochIndex,
    untilEpoch: Math.max(state.tempo - state.blocksSinceEpoch, 0),
    price: facts.price,
    poolTao: facts.poolTao,
    poolAlpha: facts.poolAlpha,
    taoInEmission: facts.taoInEmission,
    alphaInEmission: facts.alphaInEmission,
    alphaOutEmission: facts.alphaOutEmission,
    rows: state.neurons.map((neuron) => rowOf(neuron, byAddress.get(neuron.hotkey), parts)),
    news: parts.news,
    help: parts.help,
  }
}

/** Whether each miner earned clearly more than the one before it, worst first. */
export function isRankedBy(view: View, names: readonly string[]): boolean {
  const earned = names.map((name) => view.rows.find((row) => row.name === name)?.earned ?? 0n)
  return earned.every((amount, index) => index === 0 || amount > earned[index - 1]!)
}

function rowOf(
  neuron: SubnetState['neurons'][number],
  part: Part | undefined,
  { principals }: ViewParts,
): NeuronRow {
  const role = part?.role ?? (neuron.hasPermit && neuron.dividends > 0 ? 'validator' : 'miner')
  return {
    uid: neuron.uid,
    name: part?.name ?? neuron.hotkey.slice(0, 8),
    role,
    stake: neuron.stake,
    trust: role === 'miner' ? neuron.consensus : neuron.trust,
    incentive: neuron.incentive,
    dividends: neuron.dividends,
    earned: neuron.stake - (principals[neuron.hotkey] ?? 0n),
  }
}
