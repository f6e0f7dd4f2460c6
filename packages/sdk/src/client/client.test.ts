import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bytesToHex } from '../wallet/hex.ts'
import { Keypair } from '../wallet/keypair.ts'
import { balanceOf, transfer } from './balances.ts'
import { type ChainClient, connect } from './chain-client.ts'
import { ClientError } from './errors.ts'
import { metagraph } from './metagraph.ts'
import { burnedRegister, uidOf } from './neurons.ts'
import { axonOf, serveAxon } from './serving.ts'
import { addStake, stakesOf } from './staking.ts'
import { alphaPrices, networkRegistrationCost, subnet, subnets } from './subnets.ts'
import { eventRecord, FakeChain, failedWith, successAfter, VALID } from './testing/fake-chain.ts'

const alice = Keypair.fromUri('//Alice')
const bob = Keypair.fromUri('//Bob')
const withCode =
  (code: string, data: object = {}) =>
  (error: unknown) => {
    assert.ok(error instanceof ClientError, String(error))
    assert.equal(error.code, code, error.message)
    for (const [key, value] of Object.entries(data)) assert.deepEqual(error.data[key], value)
    return true
  }

let chain: FakeChain
let client: ChainClient

before(async () => {
  chain = new FakeChain()
  client = await connect(chain.provider)
})
after(() => client.close())

describe('reads of a state of the production runtime', () => {
  test('balances, also of accounts that do not exist', async () => {
    const { free, reserved } = await balanceOf(client, alice.ss58Address)
    assert.ok(free > 0n)
    assert.equal(typeof reserved, 'bigint')
    const nobody = Keypair.fromSeed(new Uint8Array(32).fill(9)).ss58Address
    assert.deepEqual(await balanceOf(client, nobody), { free: 0n, reserved: 0n, frozen: 0n })
  })

  test('subnets with their names', async () => {
    const all = await subnets(client)
    assert.deepEqual(
      all.map(({ netuid }) => netuid),
      [0, 1, 2, 3, 4],
    )
    assert.deepEqual(await subnet(client, 2), all[2])
    assert.deepEqual(
      all.slice(0, 2).map(({ name }) => name),
      ['root', 'apex'],
    )
    for (const { netuid, taoIn, movingPrice } of all.slice(1)) {
      assert.equal(await client.query('SubtensorModule', 'SubnetTAO', [netuid]), taoIn)
      const bits = await client.query<bigint>('SubtensorModule', 'SubnetMovingPrice', [netuid])
      assert.equal(movingPrice, Number(bits) / 2 ** 32)
    }
  })

  test('a metagraph by neuron and by column', async () => {
    const graph = await metagraph(client, 2)
    assert.equal(graph.netuid, 2)
    assert.equal(graph.neurons.length, graph.columns.num_uids)
    for (const [uid, neuron] of graph.neurons.entries()) {
      assert.equal(neuron.uid, uid)
      assert.equal(neuron.hotkey, graph.columns.hotkeys[uid])
      assert.ok(neuron.incentive >= 0 && neuron.incentive <= 1)
      assert.equal(await uidOf(client, 2, neuron.hotkey), uid)
    }
    await assert.rejects(metagraph(client, 300), ClientError)
  })

  test('amounts that the APIs tell', async () => {
    assert.ok((await networkRegistrationCost(client)) > 0n)
    const stakes = await stakesOf(client, alice.ss58Address)
    assert.ok(stakes.every(({ coldkey, stake }) => coldkey === alice.ss58Address && stake >= 0n))
  })

  test('entries of a map', async () => {
    const entries = await client.entries<[number], boolean>('SubtensorModule', 'NetworksAdded')
    assert.deepEqual(entries.map(({ keys: [netuid] }) => netuid).sort(), [0, 1, 2, 3, 4])
    const tempos = await client.queryMany<number>('SubtensorModule', 'Tempo', [[1], [2]])
    assert.equal(tempos.length, 2)
    assert.equal(await client.constant<bigint>('Balances', 'ExistentialDeposit'), 500n)
  })

  test('what the chain lacks or cannot take is refused by kind', async () => {
    await assert.rejects(client.query('SubtensorModule', 'Nothing'), withCode('NOT_ON_CHAIN'))
    await assert.rejects(client.runtimeCall('NoApi', 'nothing'), withCode('NOT_ON_CHAIN'))
    await assert.rejects(client.query('System', 'Account', ['no address']), ClientError)
    await assert.rejects(alphaPrices(client), withCode('RPC_FAILED'))
    assert.equal(await axonOf(client, 2, bob.ss58Address), undefined)
  })
})

const netuid = '0200'
const uid = '0500'
const registered = eventRecord(7, 6, `${netuid}${uid}${bytesToHex(bob.publicKey)}`)

describe('transactions', () => {
  test('a registration reports its uid', async () => {
    chain.react = () => ({ validity: VALID, events: successAfter(registered) })
    const result = await burnedRegister(client, alice, { netuid: 2, hotkey: bob.ss58Address })
    assert.equal(result.uid, 5)
    const event = result.events[0]
    assert.deepEqual([event?.pallet, event?.name], ['SubtensorModule', 'NeuronRegistered'])
    assert.equal(result.block.index, 0)
  })

  test('the bytes are those of a signed call', async () => {
    chain.react = () => ({ validity: VALID, events: successAfter() })
    await transfer(client, alice, { to: bob.ss58Address, amount: 1_000_000_000n })
    const hex = bytesToHex(chain.sent.at(-1)!)
    const call = `050300${bytesToHex(bob.publicKey)}02286bee`
    assert.ok(hex.endsWith(call), hex)
    assert.ok(hex.includes(`8400${bytesToHex(alice.publicKey)}01`))
  })

  test('several at once take nonces one after the other', async () => {
    const before = chain.sent.length
    const to = bob.ss58Address
    await Promise.all([1n, 2n, 3n].map((amount) => transfer(client, alice, { to, amount })))
    assert.equal(new Set(chain.sent.slice(before).map((sent) => nonceOf(sent))).size, 3)
  })

  test('a refusal of the pool says its reason', async () => {
    const change = { netuid: 2, hotkey: bob.ss58Address, amount: 1n }
    chain.react = () => ({ validity: '0x01000701' })
    await assert.rejects(
      addStake(client, alice, change),
      withCode('INVALID_TRANSACTION', { reason: 'StakeAmountTooLow', code: 1 }),
    )
    chain.react = () => ({ validity: '0x010001' })
    await assert.rejects(
      addStake(client, alice, change),
      withCode('INVALID_TRANSACTION', { reason: 'Payment' }),
    )
  })

  test('calls that the chain lacks, and wrong arguments, are refused before they are sent', async () => {
    const sent = chain.sent.length
    const none = client.call('SubtensorModule', 'nothing', {})
    await assert.rejects(client.submit(none, alice), withCode('NOT_ON_CHAIN'))
    const wrong = client.call('SubtensorModule', 'start_call', { netuid: 'two' })
    await assert.rejects(client.submit(wrong, alice), withCode('BAD_VALUE'))
    assert.equal(chain.sent.length, sent)
  })

  test('a failure in the block says its pallet and name', async () => {
    chain.react = () => ({ validity: VALID, events: failedWith(7, 0) })
    const { error } = await rejection(
      addStake(client, alice, { netuid: 2, hotkey: bob.ss58Address, amount: 1n }),
    )
    assert.ok(error instanceof ClientError && error.code === 'DISPATCH_FAILED')
    assert.equal(error.data.pallet, 'SubtensorModule')
    assert.equal(error.data.name, 'RootNetworkDoesNotExist')
  })

  test('a failure inside a batch or sudo counts, unless it may', async () => {
    const remark = client.call('System', 'remark', { remark: new Uint8Array() })
    const sudo = client.call('Sudo', 'sudo', { call: remark.decodedCall })
    const sudid = eventRecord(12, 0, '0103070000000000')
    chain.react = () => ({ validity: VALID, events: successAfter(sudid) })
    await assert.rejects(client.submit(sudo, alice), withCode('DISPATCH_FAILED'))
    const allowed = await client.submit(sudo, alice, { allowInnerFailure: true })
    assert.equal(allowed.events[0]?.name, 'Sudid')
  })

  test('one that no block takes times out', async () => {
    chain.react = () => ({ validity: VALID })
    const sending = transfer(client, alice, { to: bob.ss58Address, amount: 1n }, { timeoutMs: 200 })
    await assert.rejects(sending, withCode('TIMEOUT'))
  })

  test('an axon is announced by hotkey, as integers', async () => {
    chain.react = () => ({ validity: VALID, events: successAfter() })
    await serveAxon(client, bob, { netuid: 2, ip: '127.0.0.1', port: 8091 })
    const hex = bytesToHex(chain.sent.at(-1)!)
    // 7.4: netuid 2, version 10005000, ip 2130706433 as u128, port 8091, types and placeholders.
    assert.ok(hex.endsWith(`07040200${'08aa9800'}0100007f${'00'.repeat(12)}9b1f04040000`), hex)
  })
})

describe('blocks', () => {
  test('listeners hear the newest block, waiting ends at the number', async () => {
    const heard: number[] = []
    const stop = client.onBlock(({ number }) => heard.push(number))
    const { number } = await client.head()
    const waiting = client.waitForBlock(number + 2)
    chain.seal()
    chain.seal()
    assert.equal((await waiting).number, number + 2)
    stop()
    chain.seal()
    await client.waitForBlock(number + 3)
    assert.deepEqual(heard, [number, number + 1, number + 2])
    assert.equal((await client.finalizedHead()).number, number + 3)
    await assert.rejects(client.waitForBlock(number + 9, 50), withCode('TIMEOUT'))
  })
})

test('a closed client refuses, an absent node is reported', async () => {
  const other = await connect(new FakeChain().provider)
  other.close()
  await assert.rejects(other.head(), withCode('CLOSED'))
  assert.throws(() => other.call('System', 'remark', {}), withCode('CLOSED'))
  const absent = connect('ws://127.0.0.1:9', { connectTimeoutMs: 300 })
  await assert.rejects(absent, withCode('CANNOT_CONNECT'))
})

async function rejection(work: Promise<unknown>): Promise<{ error: unknown }> {
  try {
    await work
  } catch (error) {
    return { error }
  }
  throw new Error('expected a rejection')
}

/** Compact nonce after length, version, signer, signature and era: small ones are one byte. */
function nonceOf(extrinsic: Uint8Array): number {
  const body = extrinsic.subarray((extrinsic[0] ?? 0) & 1 ? 2 : 1)
  return (body[1 + 33 + 65 + 2] ?? 0) >> 2
}
