/** Builds the demo's subnet on chain; every step first looks whether it is done already. */
import {
  CAST,
  MINERS,
  OWNER,
  type Part,
  SUBNET_DESCRIPTION,
  SUBNET_NAME,
  SUDO,
  VALIDATORS,
} from './start-cast.ts'

/** A call by its names on the wire. */
export type Call = {
  readonly pallet: string
  readonly name: string
  readonly args: Readonly<Record<string, unknown>>
}

/** What the preparation needs of a chain. */
export interface SetupChain {
  /** SS58 address of a development key. */
  addressOf(uri: string): string
  /** Value of a storage item; undefined where there is none. */
  read(pallet: string, item: string, ...keys: readonly unknown[]): Promise<unknown>
  /** A text or bytes as calls take them. */
  bytes(text: string): unknown
  /** Sends a call signed by a development key; resolves once it is in a block and succeeded. */
  send(uri: string, call: Call): Promise<void>
  /** The same with root's rights, all calls or none. */
  sendAsRoot(sudoUri: string, calls: readonly Call[]): Promise<void>
  /** Several calls of one key in one, all or none. */
  sendAll(uri: string, calls: readonly Call[]): Promise<void>
}

/** Rules that make the demo quick to watch; written only where they differ. */
type Rule = {
  readonly item: string
  readonly keys: (netuid: number) => readonly unknown[]
  readonly wanted: unknown
  readonly call: (netuid: number) => Call
}

const admin = (name: string, args: Record<string, unknown>): Call => ({
  pallet: 'AdminUtils',
  name,
  args,
})
const subtensor = (name: string, args: Record<string, unknown>): Call => ({
  pallet: 'SubtensorModule',
  name,
  args,
})

/** In this order: with a tempo of ten the default freeze window would refuse all that follows. */
const RULES: readonly Rule[] = [
  {
    item: 'AdminFreezeWindow',
    keys: () => [],
    wanted: 0,
    call: () => admin('sudo_set_admin_freeze_window', { window: 0 }),
  },
  {
    item: 'SubnetEmissionEnabled',
    keys: (netuid) => [netuid],
    wanted: true,
    call: (netuid) => admin('sudo_set_subnet_emission_enabled', { netuid, enabled: true }),
  },
  {
    // Sealed weights open with the rounds of a public beacon, which a machine of its own never sees.
    item: 'CommitRevealWeightsEnabled',
    keys: (netuid) => [netuid],
    wanted: false,
    call: (netuid) => admin('sudo_set_commit_reveal_weights_enabled', { netuid, enabled: false }),
  },
  {
    item: 'WeightsSetRateLimit',
    keys: (netuid) => [netuid],
    wanted: 5n,
    call: (netuid) =>
      admin('sudo_set_weights_set_rate_limit', { netuid, weights_set_rate_limit: 5n }),
  },
  {
    item: 'ServingRateLimit',
    keys: (netuid) => [netuid],
    wanted: 0n,
    call: (netuid) => admin('sudo_set_serving_rate_limit', { netuid, serving_rate_limit: 0n }),
  },
]

/** The netuid of the demo's subnet, created if the chain has none yet. */
export async function ensureSubnet(chain: SetupChain): Promise<number> {
  const found = await findSubnet(chain)
  if (found !== undefined) return found
  await chain.send(
    OWNER.coldkey,
    subtensor('register_network_with_identity', {
      hotkey: chain.addressOf(OWNER.hotkey),
      identity: {
        subnet_name: chain.bytes(SUBNET_NAME),
        github_repo: chain.bytes(''),
        subnet_contact: chain.bytes(''),
        subnet_url: chain.bytes(''),
        discord: chain.bytes(''),
        description: chain.bytes(SUBNET_DESCRIPTION),
        logo_url: chain.bytes(''),
        additional: chain.bytes(''),
      },
    }),
  )
  const created = await findSubnet(chain)
  if (created === undefined) throw new Error('the subnet was registered but cannot be found')
  return created
}

/** Sets the demo's rules with root's rights. Returns how many had to be written. */
export async function ensureRules(chain: SetupChain, netuid: number): Promise<number> {
  const missing: Call[] = []
  for (const { item, keys, wanted, call } of RULES) {
    const value = await chain.read('SubtensorModule', item, ...keys(netuid))
    if (String(value) !== String(wanted)) missing.push(call(netuid))
  }
  if (missing.length > 0) await chain.sendAsRoot(SUDO, missing)
  return missing.length
}

/** Opens the subnet for trading and emission. Returns whether it was closed. */
export async function ensureStarted(chain: SetupChain, netuid: number): Promise<boolean> {
  const first = await chain.read('SubtensorModule', 'FirstEmissionBlockNumber', netuid)
  if (first !== undefined) return false
  await chain.send(OWNER.coldkey, subtensor('start_call', { netuid }))
  return true
}

/** Gives every neuron a uid. Returns how many had none. */
export async function ensureRegistered(chain: SetupChain, netuid: number): Promise<number> {
  const missing = new Map<string, Call[]>()
  let count = 0
  for (const part of [...VALIDATORS, ...MINERS]) {
    if ((await uidOf(chain, netuid, part)) !== undefined) continue
    const calls = missing.get(part.coldkey) ?? []
    const hotkey = chain.addressOf(part.hotkey)
    calls.push(subtensor('burned_register', { netuid, hotkey }))
    missing.set(part.coldkey, calls)
    count++
  }
  for (const [coldkey, calls] of missing) await chain.sendAll(coldkey, calls)
  return count
}

/** Puts stake on validators that have none. Returns how many got some. */
export async function ensureStaked(chain: SetupChain, netuid: number): Promise<number> {
  let count = 0
  for (const validator of VALIDATORS) {
    const hotkey = chain.addressOf(validator.hotkey)
    const alpha = await chain.read('SubtensorModule', 'TotalHotkeyAlpha', hotkey, netuid)
    if (alpha !== undefined && BigInt(String(alpha)) > 0n) continue
    const amount_staked = validator.stakeTao
    await chain.send(validator.coldkey, subtensor('add_stake', { hotkey, netuid, amount_staked }))
    count++
  }
  return count
}

/** Uids of the cast by name; those without one are left out. */
export async function uidsOf(chain: SetupChain, netuid: number): Promise<Map<string, number>> {
  const uids = new Map<string, number>()
  for (const part of CAST) {
    const uid = await uidOf(chain, netuid, part)
    if (uid !== undefined) uids.set(part.name, uid)
  }
  return uids
}

async function uidOf(chain: SetupChain, netuid: number, part: Part): Promise<number | undefined> {
  const uid = await chain.read('SubtensorModule', 'Uids', netuid, chain.addressOf(part.hotkey))
  return uid === undefined || uid === null ? undefined : Number(uid)
}

/** The subnet whose owner hotkey is ours: of those that exist, the first. */
async function findSubnet(chain: SetupChain): Promise<number | undefined> {
  const total = Number(await chain.read('SubtensorModule', 'TotalNetworks'))
  const owner = chain.addressOf(OWNER.hotkey)
  for (let netuid = 1; netuid <= total; netuid++) {
    if ((await chain.read('SubtensorModule', 'SubnetOwnerHotkey', netuid)) === owner) return netuid
  }
  return undefined
}
