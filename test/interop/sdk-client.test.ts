/**
 * Our client against a running node, ours or `node-subtensor`, on a fresh development chain.
 *
 * `SUBTENSOR_URL` names the WebSocket endpoint of a foreign node (`ws://127.0.0.1:9944`); without it a
 * node of ours is started. Fast blocks keep them short.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import {
  addStake,
  alphaPrices,
  axonOf,
  balanceOf,
  burnedRegister,
  type ChainClient,
  ClientError,
  connect,
  Keypair,
  metagraph,
  networkRegistrationCost,
  nextEpochBlock,
  registerNetwork,
  removeStake,
  selectiveMetagraph,
  serveAxon,
  setWeights,
  stakesOf,
  startCall,
  subnet,
  transfer,
  uidOf,
  weightsGate,
} from '@taonet/sdk'
import { type NetworkProcess, startNetwork } from './network.ts'

const foreign = process.env.SUBTENSOR_URL

const TAO = 1_000_000_000n
const alice = Keypair.fromUri('//Alice')
const bob = Keypair.fromUri('//Bob')
/** New keys for each run, so that a chain can be used twice. */
const run = Date.now()
const validator = Keypair.fromUri(`//Alice//validator-${run}`)
const miner = Keypair.fromUri(`//Bob//miner-${run}`)

const withCode = (code: string) => (error: unknown) => {
  assert.ok(error instanceof ClientError, String(error))
  assert.equal(error.code, code, error.message)
  return true
}

describe('the client and a node', () => {
  let client: ChainClient
  let network: NetworkProcess | undefined
  let netuid: number

  before(async () => {
    if (foreign === undefined) network = await startNetwork()
    client = await connect(foreign ?? network?.ws)
  })
  after(async () => {
    await client?.close()
    await network?.stop()
  })

  test('transfers move funds, also several at once', async () => {
    const before = await balanceOf(client, bob.ss58Address)
    const amounts = [1n, 2n, 3n].map((amount) => amount * TAO)
    await Promise.all(
      amounts.map((amount) => transfer(client, alice, { to: bob.ss58Address, amount })),
    )
    const balance = await balanceOf(client, bob.ss58Address)
    assert.equal(balance.free - before.free, 6n * TAO)
    const to = bob.ss58Address
    const final = await transfer(client, alice, { to, amount: 1n }, { waitFor: 'finalization' })
    assert.ok(final.block.number <= (await client.finalizedHead()).number)
  })

  test('refusals are told apart', async () => {
    const to = bob.ss58Address
    const poor = Keypair.fromUri(`//Nobody-${run}`)
    await assert.rejects(
      transfer(client, poor, { to, amount: 1n }),
      withCode('INVALID_TRANSACTION'),
    )
    const tooMuch = transfer(client, alice, { to, amount: 10n ** 19n })
    await assert.rejects(tooMuch, withCode('DISPATCH_FAILED'))
  })

  test('a subnet is created, started, joined and staked in', async () => {
    assert.ok((await networkRegistrationCost(client)) > 0n)
    const created = await registerNetwork(client, alice, { hotkey: validator.ss58Address })
    netuid = created.netuid
    await startCall(client, alice, { netuid })
    const { uid } = await burnedRegister(client, bob, { netuid, hotkey: miner.ss58Address })
    assert.equal(await uidOf(client, netuid, miner.ss58Address), uid)
    await addStake(client, alice, { netuid, hotkey: validator.ss58Address, amount: 100n * TAO })
    const stake = await stakeOf(alice, validator)
    assert.ok(stake > 0n)
    await removeStake(client, alice, { netuid, hotkey: validator.ss58Address, amount: stake / 4n })
    assert.ok((await stakeOf(alice, validator)) < stake)
    assert.equal((await subnet(client, netuid))?.ownerColdkey, alice.ss58Address)
    assert.ok(((await alphaPrices(client)).get(netuid) ?? 0n) > 0n)
  })

  test('an axon is announced once', async () => {
    const serving = { netuid, ip: '1.2.3.4', port: 8091 }
    assert.ok(await serveAxon(client, miner, serving))
    assert.equal(await serveAxon(client, miner, serving), undefined)
    const axon = await axonOf(client, netuid, miner.ss58Address)
    assert.deepEqual([axon?.ip, axon?.port, axon?.isServing], ['1.2.3.4', 8091, true])
  })

  test('the metagraph shows all of it', async () => {
    const graph = await metagraph(client, netuid)
    const neuron = graph.neurons.find(({ hotkey }) => hotkey === miner.ss58Address)
    assert.equal(neuron?.axon.ip, '1.2.3.4')
    assert.equal(neuron?.coldkey, bob.ss58Address)
    const some = await selectiveMetagraph(client, netuid, ['hotkeys', 'tempo'])
    assert.deepEqual(some, { hotkeys: graph.columns.hotkeys, tempo: graph.tempo })
    assert.ok(((await nextEpochBlock(client, netuid)) ?? 0n) > 0n)
  })

  test('weights are set once the subnet does not hide them, and not too soon again', async () => {
    // With a tempo of 10, the window in which settings are frozen would be all the time.
    await asSudo('sudo_set_admin_freeze_window', { window: 0 })
    await asSudo('sudo_set_commit_reveal_weights_enabled', { netuid, enabled: false })
    const uid = (await uidOf(client, netuid, miner.ss58Address)) ?? -1
    const gate = { netuid, hotkey: validator.ss58Address }
    const { blocksToWait } = await weightsGate(client, gate)
    const { number } = await client.head()
    await client.waitForBlock(number + Number(blocksToWait))
    await setWeights(client, validator, { netuid, uids: [uid], weights: [1] })
    const again = setWeights(client, validator, { netuid, uids: [uid], weights: [1] })
    await assert.rejects(again, withCode('TOO_SOON'))
  })

  async function asSudo(name: string, args: Record<string, unknown>): Promise<void> {
    const call = client.call('AdminUtils', name, args)
    await client.submit(client.call('Sudo', 'sudo', { call: call.decodedCall }), alice)
  }

  async function stakeOf(coldkey: Keypair, hotkey: Keypair): Promise<bigint> {
    const stakes = await stakesOf(client, coldkey.ss58Address)
    const found = stakes.find((one) => one.netuid === netuid && one.hotkey === hotkey.ss58Address)
    return found?.stake ?? 0n
  }
})
