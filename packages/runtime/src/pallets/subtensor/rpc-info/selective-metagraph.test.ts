import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as f from '@taonet/frame'
import { genesisState, localNetwork } from '../../../networks/index.ts'
import { CommitmentOf } from '../../commitments/storage.ts'
import { Registration } from '../../commitments/types.ts'
import * as storage from '../storage.ts'
import { getAllMechagraphs, getMechagraph, getMetagraph } from './metagraph.ts'
import { getSelectiveMechagraph, getSelectiveMetagraph } from './selective-metagraph.ts'

const NETUID = 1
const [ALICE, BOB, CHARLIE] = ['aa', 'bb', 'cc'].map((byte) => `0x${byte.repeat(32)}`) as [
  string,
  string,
  string,
]

/** The first state of a local network, where subnet 1 has two mechanisms and three more neurons. */
function subnet(): f.Context {
  const state = new f.State(new f.MemoryBackend(genesisState({ chain: 'dev' })))
  const ctx = new f.Context({ state, runtime: localNetwork({ chain: 'dev' }) })
  ctx.block = 7
  storage.MechanismCountCurrent.set(ctx, NETUID, 2)
  storage.Incentive.set(ctx, NETUID, [1, 2, 3, 4])
  storage.Incentive.set(ctx, NETUID + 4096, [5, 6, 7, 8])
  storage.SubnetworkN.set(ctx, NETUID, 4)
  for (const [i, hotkey] of [ALICE, BOB, CHARLIE].entries()) {
    storage.Keys.set(ctx, NETUID, i + 1, hotkey)
    storage.TotalHotkeyAlpha.set(ctx, hotkey, NETUID, BigInt(30 - 10 * i))
  }
  return ctx
}

test('only what is asked for is given, and the netuid is 0 unless asked for', () => {
  const ctx = subnet()
  const answer = getSelectiveMetagraph(ctx, NETUID, [62, 8, 62, 999])
  assert.deepEqual(answer?.incentives, [1, 2, 3, 4])
  assert.equal(answer.tempo, 100)
  assert.equal(answer.netuid, 0)
  assert.equal(answer.name, undefined)
  assert.equal(answer.identity, null)
  assert.equal(getSelectiveMetagraph(ctx, NETUID, [0])?.netuid, NETUID)
})

test('an identity that does not exist is told apart from one that is not asked for', () => {
  const answer = getSelectiveMetagraph(subnet(), NETUID, [3])
  assert.ok(answer !== undefined && 'identity' in answer)
  assert.equal(answer.identity, undefined)
})

test('a mechanism has its own incentives and the netuid of its subnet', () => {
  const ctx = subnet()
  const second = getSelectiveMechagraph(ctx, NETUID, 1, [0, 62, 8])
  assert.deepEqual(second?.incentives, [5, 6, 7, 8])
  assert.equal(second.netuid, NETUID)
  assert.equal(second.tempo, 100)
  assert.deepEqual(getSelectiveMechagraph(ctx, NETUID, 9, [62])?.incentives, [])
})

test('a mechagraph carries the storage index as its netuid and needs an existing mechanism', () => {
  const ctx = subnet()
  assert.equal(getMechagraph(ctx, NETUID, 1)?.netuid, 4097)
  assert.deepEqual(getMechagraph(ctx, NETUID, 1)?.incentives, [5, 6, 7, 8])
  assert.equal(getMechagraph(ctx, NETUID, 2), undefined)
  assert.deepEqual(
    getAllMechagraphs(ctx).map((graph) => graph?.netuid),
    [0, 1, 4097],
  )
  assert.equal(getMetagraph(ctx, 77), undefined)
})

test('validators have a permit and more stake than the threshold, least stake first', () => {
  const ctx = subnet()
  storage.ValidatorPermit.set(ctx, NETUID, [false, true, true, true])
  storage.StakeThreshold.set(ctx, 10n)
  assert.deepEqual(getSelectiveMetagraph(ctx, NETUID, [72])?.validators, [2, 1])
  storage.ValidatorPermit.set(ctx, NETUID, [false, true])
  assert.deepEqual(getSelectiveMetagraph(ctx, NETUID, [72])?.validators, [1])
})

test('commitments are whole registrations as bytes', () => {
  const ctx = subnet()
  const registration: Registration = {
    deposit: 0n,
    block: 3,
    info: { fields: [{ type: 'Raw3', value: '0x616263' }] },
  }
  CommitmentOf.set(ctx, NETUID, BOB, registration)
  const [entry] = getSelectiveMetagraph(ctx, NETUID, [73])?.commitments ?? []
  assert.equal(entry?.[0], BOB)
  assert.deepEqual(Uint8Array.from(entry[1]), Registration.encode(registration))
})
