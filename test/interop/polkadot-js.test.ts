// @polkadot/api, unmodified, against a node of ours.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { ApiPromise, Keyring, WsProvider } from '@polkadot/api'
import type { SubmittableExtrinsic } from '@polkadot/api/types'
import type { EventRecord } from '@polkadot/types/interfaces'
import { type NetworkProcess, startNetwork } from './network.ts'

let network: NetworkProcess
let api: ApiPromise
const keyring = new Keyring({ type: 'sr25519' })
const [alice, bob] = ['//Alice', '//Bob'].map((uri) => keyring.addFromUri(uri)) as [
  ReturnType<Keyring['addFromUri']>,
  ReturnType<Keyring['addFromUri']>,
]

before(async () => {
  network = await startNetwork()
  api = await ApiPromise.create({ provider: new WsProvider(network.ws) as never, noInitWarn: true })
})
after(async () => {
  await api?.disconnect()
  await network?.stop()
})

/** Signs, submits and waits until final; gives the events. */
function finalized(
  call: SubmittableExtrinsic<'promise'>,
  signer: typeof alice,
): Promise<EventRecord[]> {
  return new Promise((done, fail) => {
    call
      .signAndSend(signer, (result) => {
        if (result.dispatchError) fail(new Error(result.dispatchError.toString()))
        if (result.status.isFinalized) done(result.events)
        if (result.isError) fail(new Error(result.status.type))
      })
      .catch(fail)
  })
}
const free = async (address: string) =>
  (await api.query.system!.account!(address)) as unknown as {
    data: { free: { toBigInt(): bigint } }
  }

test('connects and reads the chain', async () => {
  assert.equal(String(await api.rpc.system.chain()), 'Bittensor')
  assert.equal(api.runtimeVersion.specVersion.toNumber(), 425)
  assert.equal(api.runtimeMetadata.version, 16)
  assert.equal(api.registry.chainSS58, 42)
  assert.deepEqual(api.registry.chainTokens, ['TAO'])
})

test('follows new and finalised heads', async () => {
  const numbers = await new Promise<number[]>((done) => {
    const seen: number[] = []
    const stop = api.rpc.chain.subscribeFinalizedHeads((header) => {
      seen.push(header.number.toNumber())
      if (seen.length === 3) void stop.then((stop) => stop()).then(() => done(seen))
    })
  })
  assert.equal(numbers[2]! - numbers[0]!, 2)
})

test('a transfer moves the amount, costs what was estimated and reports itself', async () => {
  const before = (await free(alice.address)).data.free.toBigInt()
  const call = api.tx.balances!.transferKeepAlive!(bob.address, 5_000_000_000n)
  const { partialFee } = await call.paymentInfo(alice)
  const events = await finalized(call, alice)
  const names = events.map(({ event }) => `${event.section}.${event.method}`)
  assert.ok(names.includes('balances.Transfer'))
  assert.ok(names.includes('transactionPayment.TransactionFeePaid'))
  assert.equal(names.at(-1), 'system.ExtrinsicSuccess')
  const after = (await free(alice.address)).data.free.toBigInt()
  assert.equal(before - after, 5_000_000_000n + partialFee.toBigInt())
})

test('state is read at any block, and maps by pages', async () => {
  const genesis = await api.at(api.genesisHash)
  const account = (await genesis.query.system!.account!(bob.address)) as unknown as {
    data: { free: { toBigInt(): bigint } }
  }
  assert.equal(account.data.free.toBigInt(), 1_000_000_000_000_000n)
  const networks = await api.query.subtensorModule!.networksAdded!.entries()
  assert.deepEqual(
    networks.map(([key]) => (key.args[0] as unknown as { toNumber(): number }).toNumber()),
    [0, 1],
  )
})

test('a refused call reports its module error', async () => {
  const call = api.tx.balances!.forceSetBalance!(bob.address, 1)
  await assert.rejects(finalized(call, bob), /badOrigin/i)
})

test('a batch carries events of each call', async () => {
  const calls = [1n, 2n].map((amount) =>
    api.tx.balances!.transferKeepAlive!(bob.address, 1_000_000n * amount),
  )
  const events = await finalized(api.tx.utility!.batchAll!(calls), alice)
  const names = events.map(({ event }) => event.method)
  assert.equal(names.filter((name) => name === 'ItemCompleted').length, 2)
  assert.ok(names.includes('BatchCompleted'))
})

test('a wrong nonce and a poor sender are refused by name', async () => {
  const call = api.tx.balances!.transferKeepAlive!(bob.address, 1n)
  await assert.rejects(
    call.signAndSend(alice, { nonce: 0 }),
    /1010: Invalid Transaction: Transaction is outdated/,
  )
  const poor = keyring.addFromUri('//Poor')
  await assert.rejects(
    call.signAndSend(poor),
    /1010: Invalid Transaction: Inability to pay some fees/,
  )
})
