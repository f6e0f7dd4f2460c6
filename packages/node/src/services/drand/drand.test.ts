import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import { after, test } from 'node:test'
import {
  Context,
  encodeG2,
  fromHex,
  MemoryBackend,
  multiplyG2Base,
  State,
  sha256,
  toHex,
} from '@taonet/frame'
import {
  type BeaconState,
  beaconState,
  DEVELOPMENT_BEACON,
  FAST_DEVELOPMENT_BEACON,
  genesisState,
  localNetwork,
  type NetworkChoice,
  signPulse,
} from '@taonet/runtime'
import { FlagError, parseFlags } from '../../flags.ts'
import { createLocalNode, type LocalNode } from '../../testing/local-node.ts'
import { parsePulse } from './http-beacon.ts'
import { HttpBeacon, LocalBeacon, PulseFeed, QUICKNET_RELAYS } from './index.ts'
import { DEVELOPMENT_SECRET, roundAt } from './local-beacon.ts'

const OWN: NetworkChoice = { chain: 'local', fast: true, hasOwnBeacon: true }
/** When round 1000 comes. */
const START = (DEVELOPMENT_BEACON.genesis_time + 999) * 1000
const chains: LocalNode[] = []
const feeds: PulseFeed[] = []
const servers: Server[] = []
after(async () => {
  for (const feed of feeds) await feed.stop()
  for (const chain of chains) await chain.close()
  for (const server of servers) server.close().closeAllConnections()
})

const concat = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))
const bigEndian = (value: number, bytes: number) =>
  fromHex(`0x${value.toString(16).padStart(2 * bytes, '0')}`)
/** As drand names a chain. */
const nameOf = (config: BeaconState['config']) => {
  const { period, genesis_time, public_key, group_hash, metadata } = config
  const times = concat(bigEndian(period, 4), bigEndian(genesis_time, 8))
  return toHex(sha256(concat(times, public_key, group_hash, metadata.beacon_id)))
}
const stateOf = (choice: NetworkChoice) => {
  const state = new State(new MemoryBackend(genesisState(choice)))
  return beaconState(new Context({ state, runtime: localNetwork(choice) }))
}

/** A chain whose clock stands still until it is moved. */
function create(network: NetworkChoice = OWN) {
  const clock = { now: START }
  const local = createLocalNode({ network, clock: () => clock.now })
  chains.push(local)
  return { local, clock, last: () => beaconState(local.node.author.headContext()).lastRound }
}

const idle = () => new Promise((done) => setTimeout(done, 60))

test('the development beacon has the key of the development secret, and the name of its facts', () => {
  assert.equal(
    toHex(DEVELOPMENT_BEACON.public_key),
    toHex(encodeG2(multiplyG2Base(DEVELOPMENT_SECRET)!)),
  )
  assert.equal(nameOf(DEVELOPMENT_BEACON), toHex(DEVELOPMENT_BEACON.hash))
  const quicknet = stateOf({ chain: 'local' }).config
  assert.equal(nameOf(quicknet), toHex(quicknet.hash))
  assert.equal(nameOf(FAST_DEVELOPMENT_BEACON), toHex(FAST_DEVELOPMENT_BEACON.hash))
  assert.deepEqual(stateOf(OWN).config, FAST_DEVELOPMENT_BEACON)
  assert.deepEqual(stateOf({ ...OWN, fast: false }).config, DEVELOPMENT_BEACON)
  assert.equal(quicknet.genesis_time, DEVELOPMENT_BEACON.genesis_time)
})

test('a round comes every period, the first at the genesis time', () => {
  const { genesis_time } = DEVELOPMENT_BEACON
  const at = (seconds: number) => roundAt((genesis_time + seconds) * 1000, DEVELOPMENT_BEACON)
  assert.deepEqual([-1, 0, 2.999, 3, 2997].map(at), [0n, 1n, 1n, 2n, 1000n])
})

test('the chain keeps the pulse of each round that is due', async () => {
  const { local, clock, last } = create()
  const feed = new PulseFeed(local.node, new LocalBeacon(local.node.now), assert.fail)
  feeds.push(feed)
  feed.start()
  await idle()
  local.node.make({})
  assert.equal(last(), 1000n)
  clock.now += 2500
  local.node.make({})
  await idle()
  assert.equal(local.node.pool.size.ready, 2)
  local.node.make({})
  assert.equal(last(), 1002n)
  await idle()
  assert.equal(local.node.pool.size.ready, 0)
})

test('rounds that were missed come fifty a block', async () => {
  const { local, clock, last } = create()
  const feed = new PulseFeed(local.node, new LocalBeacon(local.node.now), assert.fail)
  feeds.push(feed)
  feed.start()
  await idle()
  local.node.make({})
  clock.now += 60_000
  local.node.make({})
  while (local.node.pool.size.ready < 50) await idle()
  await idle()
  assert.equal(local.node.pool.size.ready, 50)
  local.node.make({ budgetMs: 60_000 })
  assert.equal(last(), 1050n)
})

/** A relay that answers as it is told. */
async function relay(answer: (path: string) => string | number): Promise<string> {
  const server = createServer(({ url }, response) => {
    const said = answer(url ?? '')
    if (typeof said === 'number') response.writeHead(said).end()
    else response.end(said)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

function jsonOf(round: bigint): string {
  const { randomness, signature } = signPulse(round, DEVELOPMENT_SECRET)
  const hex = (bytes: Uint8Array) => toHex(bytes).slice(2)
  return JSON.stringify({
    round: Number(round),
    randomness: hex(randomness),
    signature: hex(signature),
  })
}

test('relays are asked by the name of the beacon; one that answers is enough', async () => {
  const { local, last } = create()
  const asked: string[] = []
  const broken = await relay(() => 500)
  const good = await relay((path) => {
    asked.push(path)
    return jsonOf(path.endsWith('latest') ? 1003n : BigInt(path.split('/').at(-1)!))
  })
  const feed = new PulseFeed(local.node, new HttpBeacon([broken, good]), assert.fail)
  feeds.push(feed)
  feed.start()
  while (local.node.pool.size.ready < 1) await idle()
  local.node.make({})
  assert.equal(last(), 1003n)
  const name = toHex(FAST_DEVELOPMENT_BEACON.hash).slice(2)
  assert.deepEqual(asked.slice(0, 2), [`/${name}/public/latest`, `/${name}/public/1003`])
})

test('a relay that lies, or is down, changes nothing and is reported once', async () => {
  const { local, last } = create()
  const lines: string[] = []
  let isForged = false
  // the signature of another round
  const signature = toHex(signPulse(7n, DEVELOPMENT_SECRET).signature).slice(2)
  const forgery = JSON.stringify({ round: 1003, randomness: '00'.repeat(32), signature })
  const url = await relay(() => (isForged ? forgery : 404))
  const feed = new PulseFeed(local.node, new HttpBeacon([url]), (line) => lines.push(line), 0)
  feeds.push(feed)
  feed.start()
  await idle()
  local.node.make({})
  await idle()
  assert.equal(lines.length, 1)
  assert.match(lines[0]!, /^drand: no relay gave .*answered 404/)
  isForged = true
  local.node.make({})
  while (local.node.pool.size.ready < 1) await idle()
  assert.match(lines[1]!, /again/)
  local.node.make({})
  assert.equal(last(), 0n)
})

test('what is no pulse is refused', () => {
  for (const [text, why] of [
    ['', /JSON/],
    ['null', /round/],
    ['{"round":1.5}', /round/],
    ['{"round":1,"randomness":"0g"}', /randomness/],
    [`{"round":1,"randomness":"00","signature":"${'00'.repeat(145)}"}`, /signature/],
  ] as const)
    assert.throws(() => parsePulse(text), why)
})

test('the flag chooses where pulses come from', () => {
  const chosen = (value: string) => parseFlags(['--drand', value]).drand
  assert.deepEqual(chosen('off'), { type: 'off' })
  assert.deepEqual(parseFlags([]).drand, chosen('quicknet'))
  assert.deepEqual(chosen('local'), { type: 'local' })
  assert.deepEqual(chosen('quicknet'), { type: 'relays', urls: QUICKNET_RELAYS })
  const urls = ['http://127.0.0.1:9', 'https://a.example/b']
  assert.deepEqual(chosen('http://127.0.0.1:9, https://a.example/b/'), { type: 'relays', urls })
  assert.throws(() => chosen('on'), FlagError)
})
