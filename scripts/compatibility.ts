/** `npm run compatibility`: drives the clients of test/interop/compat and writes docs/compatibility.md. */
import { writeFileSync } from 'node:fs'
import { AT_ONCE, DRIVERS, drive, type Finding } from '../test/interop/compat/drivers.ts'
import { compatibilityPage, PAGE } from '../test/interop/compat/table.ts'

const missing = DRIVERS.filter(({ env }) => process.env[env] === undefined)
if (missing.length > 0) {
  const names = [...new Set(missing.map(({ env }) => env))].join(' and ')
  process.stderr.write(`${names} must name Python interpreters that have the clients\n`)
  process.exit(1)
}

const found = new Map<string, readonly Finding[]>()
const waiting = [...DRIVERS]

async function work(): Promise<void> {
  for (let driver = waiting.shift(); driver !== undefined; driver = waiting.shift()) {
    const findings = await drive(driver)
    found.set(driver.title, findings)
    const failures = findings.filter(({ outcome }) => outcome === 'fails')
    const lines = failures.map(({ method, detail }) => `  ${method}: ${detail}\n`)
    process.stdout.write(
      `${driver.title}: ${findings.length} methods, ${failures.length} fail because of us\n${lines.join('')}`,
    )
    if (failures.length > 0) process.exitCode = 1
  }
}

// All come to their end, so that no node and no interpreter is left behind.
const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, work))
for (const end of ends) if (end.status === 'rejected') throw end.reason
const parts = DRIVERS.map(({ title }) => [title, found.get(title) ?? []] as const)
writeFileSync(PAGE, compatibilityPage(new Map(parts)))
