/** `npm run compatibility`: drives the clients of test/interop/compat and writes docs/compatibility.md. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DRIVERS, drive } from '../test/interop/compat/drivers.ts'
import { compatibilityPage } from '../test/interop/compat/table.ts'

const missing = DRIVERS.filter(({ env }) => process.env[env] === undefined)
if (missing.length > 0) {
  const names = [...new Set(missing.map(({ env }) => env))].join(' and ')
  process.stderr.write(`${names} must name Python interpreters that have the clients\n`)
  process.exit(1)
}
const found = await Promise.all(
  DRIVERS.map(async (driver) => [driver.title, await drive(driver)] as const),
)
const parts = new Map(found)
writeFileSync(join(import.meta.dirname, '../docs/compatibility.md'), compatibilityPage(parts))
for (const [title, findings] of parts) {
  const failures = findings.filter(({ outcome }) => outcome === 'fails')
  process.stdout.write(
    `${title}: ${findings.length} methods, ${failures.length} fail because of us\n`,
  )
  if (failures.length > 0) process.exitCode = 1
}
