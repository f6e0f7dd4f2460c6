import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINERS, OWNER, VALIDATORS } from './start-cast.ts'
import {
  type Call,
  ensureRegistered,
  ensureRules,
  ensureStaked,
  ensureStarted,
  ensureSubnet,
  type SetupChain,
} from './start-setup.ts'

/** A chain that takes down calls and keeps of them just what the setup looks at. */
class PaperChain implements SetupChain {
  readonly sent: string[] = []
  readonly #state = new Map<string, unknown>([
    ['TotalNetworks', 2],
    ['AdminFreezeWindow', 10],
    ['SubnetOwnerHotkey 1', 'nobody'],
    ['SubnetEmissionEnabled 2', false],
    ['CommitRevealWeightsEnabled 2', true],
    ['WeightsSetRateLimit 2', 100n],
    ['ServingRateLimit 2', 50n],
  ])
  #uids = 0

  addressOf(uri: string): string {
    return `5${uri}`
  }

  bytes(text: string): unknown {
    return text
  }

  async read(_pallet: string, item: string, ...keys: readonly unknown[]): Promise<unknown> {
    return this.#state.get([item, ...keys].join(' '))
  }

  async send(uri: string, call: Call): Promise<void> {
    this.sent.push(`${uri} ${call.name}`)
    this.#apply(call)
  }

  async sendAll(uri: string, calls: readonly Call[]): Promise<void> {
    for (const call of calls) await this.send(uri, call)
  }

  async sendAsRoot(uri: string, calls: readonly Call[]): Promise<void> {
    await this.sendAll(`root ${uri}`, calls)
  }

  #apply({ name, args }: Call): void {
    const set = (key: string, value: unknown): void => void this.#state.set(key, value)
    if (name === 'register_network_with_identity') {
      set('TotalNetworks', 3)
      set('SubnetOwnerHotkey 2', args.hotkey)
    }
    if (name === 'start_call') set('FirstEmissionBlockNumber 2', 7n)
    if (name === 'burned_register') set(`Uids 2 ${args.hotkey}`, ++this.#uids)
    if (name === 'add_stake') set(`TotalHotkeyAlpha ${args.hotkey} 2`, args.amount_staked)
    if (name === 'sudo_set_admin_freeze_window') set('AdminFreezeWindow', args.window)
    if (name === 'sudo_set_subnet_emission_enabled') set('SubnetEmissionEnabled 2', args.enabled)
    if (name === 'sudo_set_commit_reveal_weights_enabled') {
      set('CommitRevealWeightsEnabled 2', args.enabled)
    }
    if (name === 'sudo_set_weights_set_rate_limit') {
      set('WeightsSetRateLimit 2', args.weights_set_rate_limit)
    }
    if (name === 'sudo_set_serving_rate_limit') set('ServingRateLimit 2', args.serving_rate_limit)
  }
}

async function prepare(chain: PaperChain): Promise<number> {
  const netuid = await ensureSubnet(chain)
  await ensureRules(chain, netuid)
  await ensureStarted(chain, netuid)
  await ensureRegistered(chain, netuid)
  await ensureStaked(chain, netuid)
  return netuid
}

test('a fresh chain gets everything, the freeze window first among the rules', async () => {
  const chain = new PaperChain()
  assert.equal(await prepare(chain), 2)
  const [first, second, ...rest] = chain.sent
  assert.equal(first, `${OWNER.coldkey} register_network_with_identity`)
  assert.equal(second, 'root //Alice sudo_set_admin_freeze_window')
  const count = (name: string): number => rest.filter((line) => line.endsWith(name)).length
  assert.equal(count('burned_register'), MINERS.length + VALIDATORS.length)
  assert.equal(count('add_stake'), VALIDATORS.length)
  assert.equal(count('start_call'), 1)
})

test('a chain that has everything gets nothing', async () => {
  const chain = new PaperChain()
  await prepare(chain)
  const before = chain.sent.length
  assert.equal(await prepare(chain), 2)
  assert.equal(chain.sent.length, before)
})
