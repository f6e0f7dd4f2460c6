/**
 * From the start of a process to its first block: `node --conditions=source bench/startup.bench.ts`.
 *
 * Each run is a process of its own on a new chain. `block` is when it printed `Imported #1`, `answer` when it
 * answered a call about that block over HTTP. The first row is what a new clone sees: nothing compiled is at hand.
 *
 * target  the first block within 1 s of the start of the process
 *
 * RESULTS
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { freePort, MAIN, temporaryFolder } from '../test/e2e/node-process.ts'
import { printHead, printVerdict } from './print.ts'

const RUNS = 7
const TARGET_MS = 1000

interface Times {
  readonly block: number
  readonly answer: number
}

interface Case {
  readonly name: string
  readonly flags: (run: number) => string[]
  readonly env?: Readonly<Record<string, string>>
}

async function firstBlock(
  { flags, env = {} }: Case,
  run: number,
  end: NodeJS.Signals,
): Promise<Times> {
  const port = await freePort()
  const startedAt = performance.now()
  const args = ['--conditions=source', MAIN, '--no-prometheus', '--rpc-port', `${port}`]
  const child = spawn(process.execPath, [...args, ...flags(run)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  })
  let output = ''
  await new Promise<void>((done, fail) => {
    child.once('exit', () => fail(new Error(output)))
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      if (output.includes('Imported #1')) done()
    })
  })
  const block = performance.now() - startedAt
  const response = await fetch(`http://127.0.0.1:${port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"jsonrpc":"2.0","id":1,"method":"chain_getBlockHash","params":[1]}',
  })
  const { result } = (await response.json()) as { result: string | null }
  if (!result) throw new Error('block 1 is not there')
  const answer = performance.now() - startedAt
  child.removeAllListeners('exit')
  child.kill(end)
  await new Promise((done) => child.once('close', done))
  return { block, answer }
}

printHead(`the first block within ${TARGET_MS} ms of the start of the process`)
console.log(`milliseconds, ${RUNS} runs each`)
console.log('chain                   │ block min   med   max │ answer min   med')
const folder = temporaryFolder()
let isMet = true
const CASES: readonly Case[] = [
  {
    name: 'first start, fast',
    flags: () => ['--fast', '--tmp'],
    env: { NODE_DISABLE_COMPILE_CACHE: '1' },
  },
  { name: 'fast, in memory', flags: () => ['--fast', '--tmp'] },
  { name: 'slow, in memory', flags: () => ['--tmp'] },
  { name: 'fast, on disk', flags: (run) => ['--fast', '--base-path', join(folder.path, `${run}`)] },
]
for (const one of CASES) {
  // stopped and not killed, it keeps what it compiled
  await firstBlock(one, RUNS, 'SIGTERM')
  const times: Times[] = []
  for (let run = 0; run < RUNS; run++) times.push(await firstBlock(one, run, 'SIGKILL'))
  const sorted = (key: keyof Times) => times.map((each) => each[key]).sort((a, b) => a - b)
  const cell = (values: number[], at: number) => values[at]!.toFixed(0).padStart(5)
  const [block, answer] = [sorted('block'), sorted('answer')]
  const middle = RUNS >> 1
  const cells = [cell(block, 0), cell(block, middle), cell(block, RUNS - 1)].join(' ')
  console.log(
    `${one.name.padEnd(23)} │     ${cells} │      ${cell(answer, 0)} ${cell(answer, middle)}`,
  )
  isMet &&= block[middle]! < TARGET_MS
}
folder.remove()
printVerdict(isMet)
