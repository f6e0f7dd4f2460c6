/** The Python environment that the interop suites run in. */
import { execFile } from 'node:child_process'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const TIMEOUT_MS = 300_000

/** Interpreter of an environment with bittensor and bittensor-cli; unset, the suites are skipped. */
export const python = process.env.BITTENSOR_PYTHON
export const skip =
  python === undefined && 'BITTENSOR_PYTHON is not set: no Python packages to test against'

export interface Output {
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program of the environment (`python`, `btcli`) to its end. */
export async function inPython(
  program: string,
  args: readonly string[],
  home: string,
): Promise<Output> {
  const path = join(dirname(python ?? ''), program)
  const env = {
    ...process.env,
    HOME: home,
    NO_COLOR: '1',
    COLUMNS: '2000',
    BT_LOGGING_LOGGING_DIR: home,
    DISABLE_UPDATE_CHECK: '1',
  }
  const options = { env, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 }
  return run(path, [...args], options)
}

/** A script beside this file. */
export const script = (name: string): string => join(import.meta.dirname, 'python', name)

/** The JSON objects that a program printed, one a line. */
export const jsonLines = (stdout: string): Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
