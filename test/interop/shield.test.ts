// MEV protection of the Python package bittensor 10.5.0, unmodified, against a node of ours.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { startNetwork } from './network.ts'
import { inPython, jsonLines, script, skip } from './python.ts'

const AMOUNT = 2_000_000_000

describe('MEV protection of bittensor 10.5.0', { skip }, () => {
  test('hidden transfers are found in the block of their carriers', async () => {
    const home = mkdtempSync(join(tmpdir(), 'taonet-python-'))
    // a second a block: the package needs part of one to seal and to submit
    const network = await startNetwork(['--sealing', '1000'])
    try {
      const { stdout } = await inPython('python', [script('shield.py'), network.ws], home)
      const steps = new Map(jsonLines(stdout).map(({ step, ...facts }) => [step as string, facts]))
      const step = (name: string) => steps.get(name) as Record<string, unknown>

      assert.deepEqual(step('keys'), { next: 1184, current: 1184 })
      for (const name of ['first', 'second']) {
        const { events, ...facts } = step(name)
        assert.deepEqual(facts, { moved: AMOUNT, same_block: true, after: 1 })
        assert.ok((events as string[]).includes('ExtrinsicSuccess'))
      }
    } finally {
      await network.stop()
      rmSync(home, { recursive: true, force: true })
    }
  })
})
