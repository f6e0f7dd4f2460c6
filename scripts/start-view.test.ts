import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  clip,
  formatUnits,
  type NeuronRow,
  paintOf,
  renderFrame,
  renderLog,
  renderSteps,
  type View,
} from './start-view.ts'

const plain = paintOf(false)

const row = (uid: number, name: string, parts: Partial<NeuronRow>): NeuronRow => ({
  uid,
  name,
  role: 'miner',
  stake: 0n,
  trust: 0,
  incentive: 0,
  dividends: 0,
  earned: 0n,
  ...parts,
})

const view: View = {
  endpoint: 'ws://127.0.0.1:9944',
  blockMs: 250,
  block: 12_345,
  netuid: 2,
  subnetName: 'summarize',
  symbol: 'β',
  tempo: 10,
  epoch: 1233,
  untilEpoch: 5,
  price: 1_234_567_890n,
  poolTao: 1_000_000_000_000n,
  poolAlpha: 810_000_000_000n,
  taoInEmission: 500_000_000n,
  alphaInEmission: 405_000_000n,
  alphaOutEmission: 1_000_000_000n,
  rows: [
    row(0, 'owner', { role: 'owner', earned: 900_000_000n }),
    row(1, 'validator-1', { role: 'validator', trust: 1, dividends: 0.6, stake: 100_000_000_000n }),
    row(3, 'lead3', { earned: 5n }),
    row(4, 'lexrank', { incentive: 0.75, trust: 0.8, earned: 20_500_000_000n }),
    row(5, 'textrank', { incentive: 0.25, earned: 7_000_000_000n }),
  ],
  news: Array.from({ length: 50 }, (_, i) => `news ${i}`),
  help: ['btcli --network ws://127.0.0.1:9944'],
}

test('rao are shown in units, cut and grouped', () => {
  assert.equal(formatUnits(1_234_567_899_999_999n), '1,234,567.8999')
  assert.equal(formatUnits(-5_000_000_000n, 2), '-5.00')
  assert.equal(formatUnits(999_999_999n, 0), '0')
})

test('a frame shows block, price, emission and every neuron, best miners first', () => {
  const lines = renderFrame(view, { columns: 120, rows: 40 }, plain)
  const text = lines.join('\n')
  assert.match(text, /block 12,345 {3}epoch 1233, next in 5 blocks █████/)
  assert.match(text, /price τ1\.234567 per β/)
  assert.match(text, /neurons β1\.0000/)
  const order = ['lexrank', 'textrank', 'lead3', 'validator-1', 'owner'].map((name) =>
    lines.findIndex((line) => line.includes(name)),
  )
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    order,
  )
  assert.match(lines[order[0]!]!, /4 {2}lexrank .*0\.8000 +0\.7500 +· +20\.5000 █{16}$/)
})

test('a frame never exceeds the terminal; old news give way', () => {
  for (const [columns, rows] of [
    [60, 24],
    [200, 60],
    [20, 5],
  ] as const) {
    const lines = renderFrame(view, { columns, rows }, paintOf(true))
    assert.ok(lines.length < rows)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colour codes are the matter here
    for (const line of lines) assert.ok(line.replace(/\u001b\[[0-9;]*m/g, '').length <= columns)
  }
  const text = renderFrame(view, { columns: 100, rows: 24 }, plain).join('\n')
  assert.match(text, /news 49/)
  assert.doesNotMatch(text, /news 2\b/)
  assert.match(text, /btcli/)
})

test('clipping closes colours', () => {
  assert.equal(clip('\u001b[1mabc\u001b[0m', 2), '\u001b[1mab\u001b[0m')
  assert.equal(clip('abc', 3), 'abc')
})

test('without a terminal the same facts are lines', () => {
  const lines = renderLog(view)
  assert.equal(lines[0], 'block 12345 epoch 1233 price 1.234567 emission 1.0000/block')
  assert.match(lines[4]!, /uid 4 lexrank \(miner\).*incentive 0\.7500.*earned 20\.5000/)
})

test('steps show how far the preparation is', () => {
  const lines = renderSteps(
    [
      { title: 'chain', state: 'done', detail: '0.8 s' },
      { title: 'subnet', state: 'running' },
      { title: 'miners', state: 'waiting' },
      { title: 'x', state: 'failed' },
    ],
    plain,
  )
  assert.deepEqual(lines, [' ✓ chain 0.8 s', ' … subnet', ' · miners', ' ✗ x'])
})
