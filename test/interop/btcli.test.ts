// bittensor-cli 9.23.2, unmodified, against a node of ours.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { type NetworkProcess, startNetwork } from './network.ts'
import { inPython, script, skip } from './python.ts'

describe('btcli 9.23.2', { skip }, () => {
  const home = mkdtempSync(join(tmpdir(), 'taonet-btcli-'))
  const wallets = join(home, 'wallets')
  let network: NetworkProcess
  const addresses = new Map<string, { coldkey: string; hotkey: string }>()

  before(async () => {
    network = await startNetwork()
    const { stdout } = await inPython(
      'python',
      [script('make_wallets.py'), wallets, 'alice=//Alice', 'bob=//Bob'],
      home,
    )
    for (const line of stdout.trim().split('\n')) {
      const [name, coldkey, hotkey] = line.split(' ') as [string, string, string]
      addresses.set(name, { coldkey, hotkey })
    }
  })
  after(async () => {
    await network?.stop()
    rmSync(home, { recursive: true, force: true })
  })

  /** Runs a command that only reads. */
  const read = async (...args: string[]) =>
    (await inPython('btcli', [...args, '--network', network.ws], home)).stdout
  const readJson = async (...args: string[]) => JSON.parse(await read(...args, '--json-output'))
  /** Runs a command that signs with a wallet. */
  const sign = async (wallet: string, ...args: string[]) => {
    const who = ['--wallet-path', wallets, '--wallet-name', wallet, '--hotkey', 'default']
    return read(...args, ...who, '--no-prompt')
  }

  test('shows a balance', async () => {
    const report = await readJson(
      'wallet',
      'balance',
      '--wallet-path',
      wallets,
      '--wallet-name',
      'bob',
    )
    assert.match(JSON.stringify(report), /1000000/)
  })

  test('transfers', async () => {
    const destination = addresses.get('bob')?.coldkey as string
    const output = await sign(
      'alice',
      'wallet',
      'transfer',
      '--destination',
      destination,
      '--amount',
      '5',
    )
    assert.match(output, /Finalized|Success|✅/i)
    const report = await readJson(
      'wallet',
      'balance',
      '--wallet-path',
      wallets,
      '--wallet-name',
      'bob',
    )
    assert.match(JSON.stringify(report), /1000005/)
  })

  test('creates a subnet, starts it and lists it', async () => {
    const identity = [
      '--subnet-name',
      'Test',
      '--github-repo',
      'https://github.com/a/b',
      '--subnet-contact',
      'team@example.com',
      '--subnet-url',
      'https://example.com',
      '--discord-handle',
      'abc',
      '--description',
      'about',
      '--logo-url',
      'https://example.com/logo.png',
      '--additional-info',
      'more',
    ]
    const output = await sign(
      'alice',
      'subnets',
      'create',
      ...identity,
      '--no-mev-protection',
      '--json-output',
    )
    assert.match(output, /"success": true/)
    await sign('alice', 'subnets', 'start', '--netuid', '2')
    const list = await readJson('subnets', 'list')
    assert.deepEqual(Object.keys(list.subnets).map(Number).sort(), [0, 1, 2])
  })

  test('registers a neuron and stakes to it', async () => {
    const registered = await sign('bob', 'subnets', 'register', '--netuid', '2', '--json-output')
    assert.match(registered, /"success": true/)
    const added = await sign(
      'bob',
      'stake',
      'add',
      '--netuid',
      '2',
      '--amount',
      '10',
      '--unsafe',
      '--no-mev-protection',
      '--json-output',
    )
    assert.match(added, /true/)
    const stakes = await readJson(
      'stake',
      'list',
      '--wallet-path',
      wallets,
      '--wallet-name',
      'bob',
      '--no-prompt',
    )
    assert.match(JSON.stringify(stakes), /"netuid":\s*2/)
  })

  test('shows the subnet, its hyperparameters and its cost', async () => {
    const shown = await readJson('subnets', 'show', '--netuid', '2', '--no-prompt')
    assert.match(JSON.stringify(shown), new RegExp(addresses.get('bob')?.hotkey as string))
    const hyperparameters = await readJson('subnets', 'hyperparameters', '--netuid', '2')
    assert.match(JSON.stringify(hyperparameters), /tempo/)
    const cost = await readJson('subnets', 'burn-cost')
    assert.match(JSON.stringify(cost), /"error":\s*""/)
  })
})
