/** Runs one vector file and prints what differs. */
import { explain } from './difference.ts'
import type { Check, Format, VectorFile } from './format.ts'

export interface Tally {
  readonly passed: number
  readonly failed: number
}

export interface RunOptions {
  /** Runs only checks with this in their file's path and their name. */
  readonly only: string
  /** How many failures are printed. */
  readonly lines: number
  /** Leaves out what is slow by design. */
  readonly isFast: boolean
}

/** Parts of a file that look like rows: lists and records. */
const partsOf = ({ data }: VectorFile): string[] =>
  Array.isArray(data)
    ? []
    : Object.entries(data).flatMap(([part, value]) =>
        typeof value === 'object' && value !== null ? [part] : [],
      )

/** Says what of a file is not run. */
function reportSkipped(file: VectorFile, format: Format): void {
  const { sections, leftOut = {}, remarks = [] } = format
  if ('*' in leftOut) console.log(`skipped ${file.path}: ${leftOut['*']}`)
  if (sections.includes('*') || '*' in leftOut) return
  for (const part of partsOf(file)) {
    if (sections.includes(part) || remarks.includes(part)) continue
    console.log(`skipped ${file.path} ${part}: ${leftOut[part] ?? 'no part of a known format'}`)
  }
}

/** Runs a check; gives the lines that tell why it failed. */
async function outcomeOf({ run }: Check): Promise<string[] | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return explain(error)
  }
}

/** Runs every check of a file, also after failures. */
export async function runFile(
  file: VectorFile,
  format: Format,
  { only, lines, isFast }: RunOptions,
): Promise<Tally> {
  reportSkipped(file, format)
  let [passed, failed] = [0, 0]
  const fail = (name: string, why: readonly string[]) => {
    if (failed++ < lines) console.log([`${file.path} ${name}`, ...why].join('\n    '))
  }
  const started = performance.now()
  try {
    for await (const check of format.checks(file)) {
      if (isFast && check.isSlow) continue
      const why = await outcomeOf(check)
      if (!`${file.path} ${check.name}`.includes(only)) continue
      if (why) fail(check.name, why)
      else passed++
    }
  } catch (error) {
    fail('could not be run to its end', explain(error))
  }
  if (failed > lines) console.log(`${file.path}: … ${failed} failures in all`)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (passed + failed > 0)
    console.log(`${file.path}: ${passed} of ${passed + failed} pass (${seconds} s)`)
  return { passed, failed }
}
