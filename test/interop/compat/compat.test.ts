// Everything that unmodified clients offer, against a node of ours; docs/compatibility.md is the table of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, type TestContext, test } from 'node:test'
import { AT_ONCE, DRIVERS, drive, type Finding } from './drivers.ts'
import { PAGE, section } from './table.ts'

const page = () => readFileSync(PAGE, 'utf8')

/** A test of its own for each method: what needs the internet or a client's mending is skipped. */
async function judge(t: TestContext, { method, outcome, detail }: Finding): Promise<void> {
  const skip = (outcome === 'internet' || outcome === 'client-gap') && `${outcome}: ${detail}`
  await t.test(method, { skip }, () => assert.equal(outcome, 'works', detail))
}

describe('compatibility', { concurrency: AT_ONCE }, () => {
  for (const driver of DRIVERS) {
    const skip =
      process.env[driver.env] === undefined &&
      `${driver.env} is not set: no Python packages to test against`
    test(driver.title, { skip }, async (t) => {
      const findings = await drive(driver)
      assert.ok(findings.length > 90, `only ${findings.length} methods`)
      for (const finding of findings) await judge(t, finding)
      await t.test('docs/compatibility.md says so', () =>
        assert.ok(
          page().includes(section(driver.title, findings).join('\n')),
          'run: npm run compatibility',
        ),
      )
    })
  }
})
