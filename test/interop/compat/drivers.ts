/** Programs that take clients nobody here wrote through everything they offer, and tell how it went. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startNetwork } from '../network.ts'

const run = promisify(execFile)
const TIMEOUT_MS = 1_200_000

/**
 * works      it answered, or did, what it should
 * internet   it needs a host that is not ours
 * client-gap the client asks for something that spec 425 does not have, or stumbles over itself
 * fails      none of these: ours to mend
 */
export type Outcome = 'works' | 'internet' | 'client-gap' | 'fails'

export interface Finding {
  readonly client: string
  readonly method: string
  readonly outcome: Outcome
  readonly detail: string
}

export interface Driver {
  readonly title: string
  /** Environment variable that names the interpreter whose packages are driven. */
  readonly env: 'BITTENSOR_PYTHON' | 'BITTENSOR11_PYTHON'
  readonly script: string
  readonly args: readonly string[]
}

/** The longest first, since they run two at a time. */
export const DRIVERS: readonly Driver[] = [
  { title: 'btcli 9.23.2', env: 'BITTENSOR_PYTHON', script: 'btcli.py', args: [] },
  {
    title: 'bittensor 10.5.0, Subtensor',
    env: 'BITTENSOR_PYTHON',
    script: 'sdk10.py',
    args: ['sync'],
  },
  {
    title: 'bittensor 10.5.0, AsyncSubtensor',
    env: 'BITTENSOR_PYTHON',
    script: 'sdk10.py',
    args: ['async'],
  },
  {
    title: 'bittensor 10.5.0, what stands around them',
    env: 'BITTENSOR_PYTHON',
    script: 'sdk10.py',
    args: ['more'],
  },
  { title: 'bittensor 11.0.0', env: 'BITTENSOR11_PYTHON', script: 'sdk11.py', args: [] },
]

/** Drivers that run at once. */
export const AT_ONCE = 2

/** What a driver found out, over a node and a home folder of its own. */
export async function drive(driver: Driver): Promise<readonly Finding[]> {
  const interpreter = process.env[driver.env]
  if (interpreter === undefined) throw new Error(`${driver.env} is not set`)
  const home = mkdtempSync(join(tmpdir(), 'taonet-compat-'))
  const network = await startNetwork()
  try {
    const script = join(import.meta.dirname, 'python', driver.script)
    const env = {
      ...process.env,
      HOME: home,
      BT_LOGGING_LOGGING_DIR: home,
      PYTHONDONTWRITEBYTECODE: '1',
      PYTHONWARNINGS: 'ignore',
    }
    const options = { env, timeout: TIMEOUT_MS, maxBuffer: 64 * 1024 * 1024 }
    const { stdout } = await run(interpreter, [script, network.ws, ...driver.args], options)
    return stdout
      .split('\n')
      .filter((line) => line.startsWith('{"client"'))
      .map((line) => JSON.parse(line))
  } finally {
    await network.stop()
    rmSync(home, { recursive: true, force: true })
  }
}
