/** Who plays in the demo: development keys, so that anybody can take over any part. */

export type Part = {
  readonly name: string
  readonly role: 'owner' | 'validator' | 'miner'
  /** Key URIs; a coldkey holds funds, a hotkey works. */
  readonly coldkey: string
  readonly hotkey: string
}

export type Validator = Part & {
  readonly role: 'validator'
  /** TAO staked on it, rao. */
  readonly stakeTao: bigint
}
export type Miner = Part & {
  readonly role: 'miner'
  readonly summariser: 'lead3' | 'textrank' | 'lexrank'
}

const TAO = 1_000_000_000n

/** Sudo of development chains. */
export const SUDO = '//Alice'

export const OWNER: Part = {
  name: 'owner',
  role: 'owner',
  coldkey: '//Alice',
  hotkey: '//Alice//summarize',
}

export const VALIDATORS: readonly Validator[] = [
  {
    name: 'validator-1',
    role: 'validator',
    coldkey: '//Charlie',
    hotkey: '//Charlie//validator-1',
    stakeTao: 150n * TAO,
  },
  {
    name: 'validator-2',
    role: 'validator',
    coldkey: '//Dave',
    hotkey: '//Dave//validator-2',
    stakeTao: 100n * TAO,
  },
]

export const MINERS: readonly Miner[] = (['lead3', 'textrank', 'lexrank'] as const).map(
  (summariser) => ({
    name: summariser,
    role: 'miner',
    coldkey: '//Bob',
    hotkey: `//Bob//${summariser}`,
    summariser,
  }),
)

export const CAST: readonly Part[] = [OWNER, ...VALIDATORS, ...MINERS]

/** What the subnet says of itself on chain. */
export const SUBNET_NAME = 'summarize'
export const SUBNET_DESCRIPTION = 'Miners summarise documents; validators grade them.'
