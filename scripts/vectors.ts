/**
 * Holds our code against recorded vectors: `npm run vectors -- [flags] DIR…`
 *
 * Each folder is searched for files of the formats that `vectors/` has; every row counts for itself.
 *
 *   --only TEXT   run only checks whose file and name contain it
 *   --lines N     print at most N failures of a file (default 20)
 *   --fast        leave out key files with passwords, which take seconds each
 */
import { parseArgs } from 'node:util'
import { EPOCH_FORMATS } from './vectors/epoch-formats.ts'
import { findFiles, readFile } from './vectors/files.ts'
import type { Format, VectorFile } from './vectors/format.ts'
import { REPLAY_FORMAT } from './vectors/replay-format.ts'
import { runFile, type Tally } from './vectors/run.ts'
import { RUNTIME_FORMATS } from './vectors/runtime-formats.ts'
import { SDK_FORMATS } from './vectors/sdk-formats.ts'

const FORMATS: readonly Format[] = [
  REPLAY_FORMAT,
  ...RUNTIME_FORMATS,
  ...EPOCH_FORMATS,
  ...SDK_FORMATS,
]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' },
    lines: { type: 'string', default: '20' },
    fast: { type: 'boolean', default: false },
  },
})

/** Reads a file, or says why not. */
function open(path: string): VectorFile | undefined {
  try {
    return readFile(path)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    console.log(`skipped ${path}: ${error.message}`)
    return undefined
  }
}

async function run(path: string): Promise<Tally> {
  const file = open(path)
  if (!file) return { passed: 0, failed: 0 }
  const format = FORMATS.find(({ recognises }) => recognises(file))
  if (!format) {
    console.log(`skipped ${path}: no vector file of a known format`)
    return { passed: 0, failed: 0 }
  }
  return runFile(file, format, {
    only: values.only,
    lines: Number(values.lines),
    isFast: values.fast,
  })
}

function paths(): string[] {
  try {
    return positionals.flatMap(findFiles)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    process.stderr.write(`${error.message}\n`)
    return []
  }
}

let [passed, failed] = [0, 0]
for (const path of paths()) {
  const tally = await run(path)
  passed += tally.passed
  failed += tally.failed
}
if (positionals.length === 0)
  process.stderr.write('usage: npm run vectors -- [--only TEXT] [--lines N] [--fast] DIR…\n')
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
