// polkadot-api, unmodified, with descriptors that its own tool generates from a node of ours.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { type NetworkProcess, startNetwork } from './network.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'taonet-papi-'))
let network: NetworkProcess

before(async () => {
  network = await startNetwork()
})
after(async () => {
  await network?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs a program in the folder, with the Node that runs this test. */
async function inFolder(program: string, ...args: string[]): Promise<string> {
  const PATH = `${dirname(process.execPath)}:${process.env.PATH}`
  const { stdout } = await run(program, args, {
    cwd: folder,
    env: { ...process.env, PATH },
    timeout: 240_000,
  })
  return stdout
}

test('generated descriptors fit, and typed reads, fees and calls work', async () => {
  for (const file of ['package.json', 'package-lock.json', 'flow.mjs'])
    cpSync(join(import.meta.dirname, 'papi', file), join(folder, file))
  await inFolder('npm', 'install', '--no-fund', '--no-audit')
  await inFolder(process.execPath, 'node_modules/.bin/papi', 'add', 'net', '-w', network.ws)
  const report = JSON.parse(await inFolder(process.execPath, 'flow.mjs', network.ws))
  const { fees, block, events, ...rest } = report
  assert.ok(BigInt(fees) > 0n)
  assert.ok(block > 0)
  assert.ok(events.includes('Balances.Transfer'))
  assert.deepEqual(rest, {
    name: 'Bittensor',
    symbol: 'TAO',
    moved: '7000000000',
    ok: true,
    refused: 'BadOrigin',
    heads: [0, 1, 2],
    slot: '250',
    networks: [0, 1],
  })
})
