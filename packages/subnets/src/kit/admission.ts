/** Whom a miner works for. */
import type { SubnetState } from './subnet-chain.ts'

export type AdmissionRules = {
  /** Whether a caller needs a validator permit, not only a uid. */
  readonly needsPermit: boolean
  /** Alpha that a caller must hold at least, rao. */
  readonly minStake: bigint
}

/** Looks callers up in the subnet as last read. */
export type Admission = {
  /** Why the hotkey is turned away, or undefined if it is welcome. Never throws. */
  refusal(hotkey: string | null): string | undefined
  /** Stake in whole alpha: who has more is served first. */
  priority(hotkey: string | null): number
}

/** Rules applied to one reading of a subnet; make a new one after each reading. */
export function admissionOf(subnet: SubnetState, rules: AdmissionRules): Admission {
  const known = new Map(subnet.neurons.map((neuron) => [neuron.hotkey, neuron]))
  return {
    refusal: (hotkey) => {
      const caller = hotkey === null ? undefined : known.get(hotkey)
      if (caller === undefined) return `not registered in subnet ${subnet.netuid}`
      if (rules.needsPermit && !caller.hasPermit) return 'no validator permit'
      if (caller.stake < rules.minStake) return 'stake too low'
      return undefined
    },
    priority: (hotkey) => {
      const caller = hotkey === null ? undefined : known.get(hotkey)
      return caller === undefined ? 0 : Number(caller.stake / 1_000_000_000n)
    },
  }
}
