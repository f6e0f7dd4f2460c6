// Everything that unmodified clients offer, against a node of ours; docs/compatibility.md is the table of it.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DRIVERS, drive } from './drivers.ts'

describe('compatibility', { concurrency: true }, () => {
  for (const driver of DRIVERS) {
    const skip =
      process.env[driver.env] === undefined &&
      `${driver.env} is not set: no Python packages to test against`
    test(`${driver.title}: nothing fails because of us`, { skip }, async () => {
      const findings = await drive(driver)
      const failures = findings.filter(({ outcome }) => outcome === 'fails')
      assert.deepEqual(
        failures.map(({ method, detail }) => `${method}: ${detail}`),
        [],
      )
      assert.ok(findings.length > 90, `only ${findings.length} methods`)
    })
  }
})
