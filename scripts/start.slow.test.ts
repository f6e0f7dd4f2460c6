/** `npm start` as a whole: a real chain, real processes, real HTTP. Takes about two minutes. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isFree } from './start-ports.ts'

const RPC_PORT = 29_944
const AXON_PORT = 28_091
const START = fileURLToPath(new URL('start.ts', import.meta.url))
const folder = await mkdtemp(join(tmpdir(), 'taonet-demo-'))
after(() => rm(folder, { recursive: true, force: true }))

type Run = {
  readonly process: ChildProcess
  readonly end: Promise<number | null>
  text(): string
}

function run(...flags: string[]): Run {
  const ports = ['--rpc-port', `${RPC_PORT}`, '--axon-port', `${AXON_PORT}`]
  const args = ['--conditions=source', START, '--no-ui', '--base-path', join(folder, 'demo')]
  const child = spawn(process.execPath, [...args, ...ports, ...flags])
  let text = ''
  child.stdout.on('data', (chunk) => (text += chunk))
  child.stderr.on('data', (chunk) => (text += chunk))
  const end = once(child, 'close').then(([code]) => code as number | null)
  return { process: child, end, text: () => text }
}

async function until(run: Run, pattern: RegExp): Promise<void> {
  for (let i = 0; i < 1200 && !pattern.test(run.text()); i++) {
    if (run.process.exitCode !== null) break
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.match(run.text(), pattern)
}

const blocksOf = (text: string): number[] =>
  [...text.matchAll(/^block (\d+)/gm)].map(([, number]) => Number(number))

async function ensureQuiet(): Promise<void> {
  for (const port of [RPC_PORT, AXON_PORT, AXON_PORT + 1, AXON_PORT + 2]) {
    assert.equal(await isFree(port), true, `${port} is still in use`)
  }
}

test('from nothing to better summarisers earning more', async () => {
  const first = run('--epochs', '12', '--check')
  assert.equal(await first.end, 0, first.text())
  assert.match(first.text(), /✓ first weights/)
  assert.match(first.text(), /btcli subnets show --netuid 2/)
  await ensureQuiet()
})

test('starting again continues from disk, with documents of the user; Ctrl-C ends all', async () => {
  const docs = join(folder, 'docs')
  await mkdir(docs)
  for (let i = 0; i < 3; i++) {
    const lines = Array.from(
      { length: 20 },
      (_, n) =>
        `Letter ${n} of box ${i} tells of the harbour, the ${'abc'[n % 3]} ship and its cargo.`,
    )
    await writeFile(join(docs, `${i}.txt`), lines.join(' '))
  }
  const before = join(folder, 'demo', 'logs')
  assert.ok((await readdir(before)).includes('validator-1.log'))
  const second = run('--docs', docs)
  await until(second, /^block \d+/m)
  assert.match(second.text(), /✓ register neurons as before/)
  const [start] = blocksOf(second.text())
  assert.ok(start! > 100, `the chain began anew at block ${start}`)
  second.process.kill('SIGINT')
  assert.equal(await second.end, 0, second.text())
  assert.match(second.text(), /npm start continues from/)
  await ensureQuiet()
})

test('Ctrl-C while it prepares ends all as well', async () => {
  const third = run('--reset')
  await until(third, /… create the subnet/)
  third.process.kill('SIGINT')
  assert.equal(await third.end, 0, third.text())
  await ensureQuiet()
})
