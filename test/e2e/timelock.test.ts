// Hidden weights from their commit to the incentives they bring, offline: the chain has its own beacon.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import {
  addStake,
  burnedRegister,
  type ChainClient,
  connect,
  Keypair,
  metagraph,
  QUICKNET,
  registerNetwork,
  setWeights,
  startCall,
  timelockEncrypt,
  uidOf,
  weightsGate,
} from '@taonet/sdk'
import { type NodeProcess, startNode, stopAll } from './node-process.ts'

const TAO = 1_000_000_000n
/** Three epochs of ten blocks, and a beacon that comes every twelve. */
const PATIENCE = 120

const alice = Keypair.fromUri('//Alice')
const bob = Keypair.fromUri('//Bob')
const validator = Keypair.fromUri('//Alice//validator')
const miners = ['//Bob//good', '//Bob//bad'].map((uri) => Keypair.fromUri(uri))

let node: NodeProcess
let client: ChainClient
let netuid: number

before(async () => {
  node = await startNode(['--fast', '--tmp', '--drand', 'local'])
  client = await connect(node.ws)
  netuid = (await registerNetwork(client, alice, { hotkey: validator.ss58Address })).netuid
  await startCall(client, alice, { netuid })
  for (const { ss58Address } of miners)
    await burnedRegister(client, bob, { netuid, hotkey: ss58Address })
  const amount = 100n * TAO
  await addStake(client, alice, { netuid, hotkey: validator.ss58Address, amount })
})
after(async () => {
  await client?.close()
  await stopAll()
})

/** Waits, block by block, until a question has an answer. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const { number } = await client.head()
  for (let block = number; block < number + PATIENCE; block++) {
    const answer = await ask()
    if (answer !== undefined) return answer
    await client.waitForBlock(block + 1)
  }
  throw new Error(`${what}: not in ${PATIENCE} blocks`)
}

const rowOf = (uid: number) =>
  client.query<readonly (readonly [number, number])[]>('SubtensorModule', 'Weights', [netuid, uid])
const gate = () => weightsGate(client, { netuid, hotkey: validator.ss58Address })
const incentives = async () => (await metagraph(client, netuid)).columns.incentives
const uids = () =>
  Promise.all(
    [validator, ...miners].map(async ({ ss58Address }) => {
      const uid = await uidOf(client, netuid, ss58Address)
      assert.ok(uid !== undefined)
      return uid
    }),
  )

test('hidden weights are revealed in their round, and count', async () => {
  const [judge, good, bad] = (await uids()) as [number, number, number]
  assert.equal((await gate()).isCommitReveal, true)
  await until('the gate', async () => ((await gate()).blocksToWait === 0n ? true : undefined))
  await until('a pulse', async () => (await client.query('Drand', 'LastStoredRound')) || undefined)
  assert.deepEqual((await incentives())[good], 0)
  await setWeights(client, validator, { netuid, uids: [good, bad], weights: [3, 1] })
  assert.deepEqual(await rowOf(judge), [], 'nothing can be read before the round')
  const row = await until('the reveal', async () => {
    const row = await rowOf(judge)
    return row.length > 0 ? row : undefined
  })
  assert.deepEqual(row, [
    [good, 65_535],
    [bad, 21_845],
  ])
  const shares = await until('an epoch', async () => {
    const shares = await incentives()
    return (shares[good] ?? 0) > 0 ? shares : undefined
  })
  assert.ok(shares[good]! > shares[bad]! && shares[bad]! > 0, `${shares}`)
})

test('what is sealed to quicknet is not opened here, and does no harm', async () => {
  const [judge] = await uids()
  const before = await rowOf(judge!)
  await until('the gate', async () => ((await gate()).blocksToWait === 0n ? true : undefined))
  const round = (await client.query<bigint>('Drand', 'LastStoredRound')) + 3n
  const commit = timelockEncrypt(new Uint8Array(60), round, undefined, QUICKNET)
  const args = { netuid, mecid: 0, commit, reveal_round: round, commit_reveal_version: 4 }
  const call = client.call('SubtensorModule', 'commit_timelocked_mechanism_weights', args)
  await client.submit(call, validator)
  const { number } = await client.head()
  await client.waitForBlock(number + 35)
  assert.deepEqual(await rowOf(judge!), before)
})
