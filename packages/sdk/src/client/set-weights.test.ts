import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { bytesToHex, hexToBytes } from '../wallet/hex.ts'
import { Keypair } from '../wallet/keypair.ts'
import { drandRoundAt } from '../wallet/timelock.ts'
import { type ChainClient, connect } from './chain-client.ts'
import { ClientError } from './errors.ts'
import { metagraph } from './metagraph.ts'
import { setWeights, weightsGate } from './set-weights.ts'
import { FakeChain } from './testing/fake-chain.ts'

const withCode = (code: string) => (error: unknown) =>
  error instanceof ClientError && error.code === code

let chain: FakeChain
let client: ChainClient
/** A key that the recorded state does not know, put in the place of uid 1 of subnet 2. */
const validator = Keypair.fromUri('//Alice//validator')
const weights = { netuid: 2, uids: [0, 2, 3], weights: [0.5, 1, 0] }

before(async () => {
  chain = new FakeChain()
  client = await connect(chain.provider)
})
after(() => client.close())

type Keys = Record<string, Record<string, { getKey(...keys: unknown[]): Promise<string> }>>

async function keyOf(pallet: string, item: string, ...keys: unknown[]): Promise<string> {
  const { query } = client.papi.getUnsafeApi() as unknown as { query: Keys }
  return query[pallet]![item]!.getKey(...keys)
}

/** A new block: the client reads no state twice of one block. */
async function nextBlock(): Promise<number> {
  const { number } = await client.head()
  chain.seal()
  return (await client.waitForBlock(number + 1)).number
}

const u64 = (value: bigint) => {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, value, true)
  return bytesToHex(bytes)
}

test('a key without uid is refused', async () => {
  await assert.rejects(setWeights(client, validator, weights), withCode('NOT_REGISTERED'))
})

test('weights go out as integers once the gate is open', async () => {
  chain.storage.set(await keyOf('SubtensorModule', 'Uids', 2, validator.ss58Address), '0x0100')
  await nextBlock()
  const gate = await weightsGate(client, { netuid: 2, hotkey: validator.ss58Address })
  assert.deepEqual([gate.uid, gate.rateLimit, gate.isCommitReveal], [1, 0n, false])
  await setWeights(client, validator, { ...weights, versionKey: 7n })
  const call = `0777020000080000020008${'0080'}ffff${u64(7n)}`
  assert.ok(bytesToHex(chain.sent.at(-1)!).endsWith(call), bytesToHex(chain.sent.at(-1)!))
})

test('too soon says how long to wait', async () => {
  const { number } = await client.head()
  const updates = Array.from({ length: 6 }, () => u64(BigInt(number - 3)))
  chain.storage.set(await keyOf('SubtensorModule', 'LastUpdate', 2), `0x18${updates.join('')}`)
  chain.storage.set(await keyOf('SubtensorModule', 'WeightsSetRateLimit', 2), `0x${u64(10n)}`)
  await nextBlock()
  await assert.rejects(setWeights(client, validator, weights), (error) => {
    assert.ok(withCode('TOO_SOON')(error))
    // Of block number + 1: the next one is five after the last update, and ten are asked for.
    assert.equal((error as ClientError).data.blocks, 5n)
    return true
  })
  chain.storage.set(await keyOf('SubtensorModule', 'WeightsSetRateLimit', 2), `0x${u64(0n)}`)
})

test('hidden weights are sealed for the round of their reveal, where rounds come', async () => {
  chain.storage.set(await keyOf('SubtensorModule', 'CommitRevealWeightsEnabled', 2), '0x01')
  await nextBlock()
  await assert.rejects(setWeights(client, validator, weights), withCode('NO_BEACON'))
  const round = `0x${u64(drandRoundAt(Date.now() / 1000))}`
  chain.storage.set(await keyOf('Drand', 'LastStoredRound'), round)
  await nextBlock()
  await setWeights(client, validator, weights)
  const hex = bytesToHex(chain.sent.at(-1)!)
  const sealed = hex.indexOf('0776020000')
  assert.ok(sealed > 0)
  // Two weights: 244 bytes of seal about 41 + 2 + 8 of payload.
  const length = hexToBytes(hex.slice(sealed + 10, sealed + 14))
  assert.equal(((length[0] ?? 0) | ((length[1] ?? 0) << 8)) >> 2, 244 + 51)
})

test('the metagraph of a missing subnet is refused by name', async () => {
  await assert.rejects(metagraph(client, 2, { mecid: 9 }), ClientError)
})
