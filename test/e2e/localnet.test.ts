// scripts/localnet.sh as the test harnesses of btcli and the Python SDK run it.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { callHttp } from '../../packages/node/src/rpc/testing/client.ts'
import { freePort, ROOT, temporaryFolder } from './node-process.ts'

const folder = temporaryFolder()
const groups = new Set<ChildProcess>()
after(() => {
  for (const { pid } of groups) signalGroup(pid!, 'SIGKILL')
  folder.remove()
})

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // it is gone already
  }
}

const ports = await Promise.all([freePort(), freePort(), freePort()])

interface Script {
  readonly child: ChildProcess
  readonly ended: Promise<number | null>
  log(): string
}

/** In a session of its own, from another folder, its output read only until the first block. */
async function run(args: readonly string[], until?: RegExp): Promise<Script> {
  const child = spawn(join(ROOT, 'scripts/localnet.sh'), [...args], {
    cwd: folder.path,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LOCALNET_PATH: join(folder.path, 'localnet'),
      LOCALNET_PORTS: ports.join(','),
      BUILD_BINARY: '0',
    },
  })
  groups.add(child)
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  void ended.then(() => groups.delete(child))
  let output = ''
  const found = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk
        if (until?.test(output)) done()
      })
  })
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error(output)), 20_000).unref())
  if (until) await Promise.race([found, late, ended.then(() => Promise.reject(new Error(output)))])
  return { child, ended, log: () => output }
}

async function ask(port: number, method: string, ...params: unknown[]): Promise<unknown> {
  return (await callHttp(port, method, params)).result
}
const slotOf = (port: number) => ask(port, 'state_call', 'AuraApi_slot_duration', '0x')

test('fast blocks on three ports; killed as a group it is gone within a second', async () => {
  const { child, ended, log } = await run([], /Imported #1\b/)
  for (const port of ports) {
    assert.equal(await ask(port, 'system_chain'), 'Bittensor')
    assert.equal(await slotOf(port), '0xfa00000000000000')
  }
  assert.match(log(), /fast_runtime is On/)
  const startedAt = performance.now()
  signalGroup(child.pid!, 'SIGTERM')
  assert.equal(await ended, 0)
  assert.ok(performance.now() - startedAt < 1000)
})

test('False makes slow blocks', async () => {
  const { child, ended } = await run(['False'], /Imported #1\b/)
  assert.equal(await slotOf(ports[0]!), '0xe02e000000000000')
  signalGroup(child.pid!, 'SIGTERM')
  await ended
})

test('each run begins anew, unless told not to purge', async () => {
  const first = await run(['True'], /Imported #6\b/)
  signalGroup(first.child.pid!, 'SIGTERM')
  await first.ended
  const kept = await run(['True', '--no-purge'], /Imported #\d+/)
  assert.ok(Number(/Imported #(\d+)/.exec(kept.log())?.[1]) >= 7)
  signalGroup(kept.child.pid!, 'SIGTERM')
  await kept.ended
  const fresh = await run([], /Imported #\d+/)
  assert.equal(/Imported #(\d+)/.exec(fresh.log())?.[1], '1')
  signalGroup(fresh.child.pid!, 'SIGTERM')
  await fresh.ended
})

test('a run that was not stopped makes way for the next one', async () => {
  const left = await run([], /Imported #1\b/)
  const next = await run([], /Imported #1\b/)
  assert.equal(await left.ended, null)
  assert.equal(await ask(ports[1]!, 'system_chain'), 'Bittensor')
  signalGroup(next.child.pid!, 'SIGTERM')
  await next.ended
})

test('--build-only starts nothing', async () => {
  const { ended, log } = await run(['False', '--build-only'])
  assert.equal(await ended, 0)
  assert.ok(!log().includes('Starting'))
})
