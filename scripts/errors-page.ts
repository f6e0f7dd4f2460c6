/** Writes docs/errors.md from the tables of the tests. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorsPage } from '../packages/runtime/test/errors/page.ts'

writeFileSync(join(import.meta.dirname, '../docs/errors.md'), errorsPage())
