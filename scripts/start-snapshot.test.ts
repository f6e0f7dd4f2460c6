import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NeuronState, SubnetState } from '@taonet/subnets'
import { isRankedBy, viewOf } from './start-snapshot.ts'

const neuron = (uid: number, hotkey: string, parts: Partial<NeuronState>): NeuronState => ({
  uid,
  hotkey,
  coldkey: 'c',
  hasPermit: false,
  stake: 0n,
  lastUpdate: 0,
  registeredAt: 0,
  trust: 0,
  consensus: 0,
  incentive: 0,
  dividends: 0,
  emission: 0n,
  ...parts,
})

const state: SubnetState = {
  netuid: 2,
  block: 100,
  tempo: 10,
  blocksSinceEpoch: 4,
  weightsRateLimit: 5,
  neurons: [
    neuron(0, 'owner', {}),
    neuron(1, 'v1', { stake: 500n, trust: 0.9, dividends: 1, hasPermit: true }),
    neuron(2, 'lead', { stake: 1n, consensus: 0.1 }),
    neuron(3, 'text', { stake: 20n }),
    neuron(4, 'lex', { stake: 30n }),
    neuron(5, '5Stranger', { stake: 7n }),
  ],
}

const view = viewOf({
  endpoint: 'ws://x',
  blockMs: 250,
  state,
  facts: {
    name: 'summarize',
    symbol: 'β',
    price: 1n,
    poolTao: 2n,
    poolAlpha: 3n,
    taoInEmission: 4n,
    alphaInEmission: 5n,
    alphaOutEmission: 6n,
    epochIndex: 9,
  },
  principals: { v1: 400n },
  addresses: new Map([
    ['owner', 'owner'],
    ['validator-1', 'v1'],
    ['lead3', 'lead'],
    ['textrank', 'text'],
    ['lexrank', 'lex'],
  ]),
  news: [],
  help: [],
})

test('rows carry the names of the cast; what was put in is not earned', () => {
  const [owner, validator, lead, , , stranger] = view.rows
  assert.equal(owner!.role, 'owner')
  assert.deepEqual(
    [validator!.name, validator!.role, validator!.earned],
    ['validator-1', 'validator', 100n],
  )
  assert.deepEqual([validator!.trust, lead!.trust], [0.9, 0.1])
  assert.deepEqual([stranger!.name, stranger!.role], ['5Strange', 'miner'])
  assert.equal(view.untilEpoch, 6)
})

test('the ranking is strict', () => {
  assert.equal(isRankedBy(view, ['lead3', 'textrank', 'lexrank']), true)
  assert.equal(isRankedBy(view, ['lexrank', 'textrank']), false)
  assert.equal(isRankedBy(view, ['textrank', 'textrank']), false)
})
