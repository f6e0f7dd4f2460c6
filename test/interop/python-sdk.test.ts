// The Python package bittensor 10.5.0, unmodified, against a node of ours.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { type NetworkProcess, startNetwork } from './network.ts'
import { inPython, jsonLines, script, skip } from './python.ts'

describe('bittensor 10.5.0', { skip }, () => {
  test('a subnet from its registration to its first emissions', async () => {
    const home = mkdtempSync(join(tmpdir(), 'taonet-python-'))
    const network: NetworkProcess = await startNetwork()
    try {
      const { stdout } = await inPython('python', [script('chain.py'), network.ws], home)
      const steps = new Map(jsonLines(stdout).map(({ step, ...facts }) => [step as string, facts]))
      const step = (name: string) => steps.get(name) as Record<string, unknown>

      assert.equal(step('connect').fast, true)
      assert.equal(step('connect').deposit, 500)
      assert.equal(step('transfer').moved, 3_000_000_000)
      assert.ok((step('transfer').events as string[]).includes('TransactionFeePaid'))
      assert.equal(step('subnet').netuid, 2)
      assert.equal(step('subnet').cost, 1_000_000_000_000)
      assert.deepEqual(step('start'), { commit_reveal: false, tempo: 10 })
      assert.deepEqual(step('register').uids, [0, 1])
      assert.ok((step('stake').alpha as number) > 0)
      assert.deepEqual(step('serve'), { ip: '93.184.216.34', port: 18091, n: 2 })
      assert.deepEqual(step('weights').rows, [[0, [[1, 65_535]]]])
      assert.deepEqual(step('epoch').incentive, [0, 1])
      assert.ok((step('epoch').emission as number[])[1]! > 0)
      assert.equal(step('info').num_uids, 2)
      assert.deepEqual(step('subnets').netuids, [0, 1, 2])
      assert.equal(step('unstake').less, true)
      assert.equal(step('refused').success, false)
      assert.match(step('refused').message as string, /AmountTooLow|Custom error: 1/)
    } finally {
      await network.stop()
      rmSync(home, { recursive: true, force: true })
    }
  })
})
