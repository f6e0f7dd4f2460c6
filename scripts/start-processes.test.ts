import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { SubnetError } from '@taonet/subnets'
import { ensureFree, isFree, loopbackAddress } from './start-ports.ts'
import { Processes } from './start-processes.ts'

const folder = await mkdtemp(join(tmpdir(), 'start-'))
after(() => rm(folder, { recursive: true }))

async function script(name: string, code: string): Promise<string> {
  const path = join(folder, `${name}.ts`)
  await writeFile(path, code)
  return path
}

const waitFor = async (claim: () => boolean): Promise<void> => {
  for (let i = 0; i < 200 && !claim(); i++) await new Promise((resolve) => setTimeout(resolve, 50))
  assert.ok(claim())
}

test('children are heard, logged and ended: neurons first, then what they talk to', async () => {
  const heard: string[] = []
  const processes = new Processes(join(folder, 'logs'), (name, line) =>
    heard.push(`${name}: ${line}`),
  )
  const polite = await script(
    'polite',
    `const name: string = process.argv[2]!
     setInterval(() => undefined, 1000)
     process.on('SIGTERM', () => { console.log('bye'); process.exit(0) })
     console.log('hello ' + name)`,
  )
  await processes.start({ name: 'node', script: polite, args: ['node'] })
  await processes.start({ name: 'miner', script: polite, args: ['miner'] })
  await waitFor(() => heard.length === 2)
  assert.deepEqual(processes.lost, [])
  await processes.stop()
  assert.deepEqual(heard.slice(2), ['miner: bye', 'node: bye'])
  assert.deepEqual(
    processes.children.map(({ end }) => end),
    ['code 0', 'code 0'],
  )
  assert.equal(await readFile(join(folder, 'logs', 'miner.log'), 'utf8'), 'hello miner\nbye\n')
})

test('a child that ends by itself is noticed, with its last words', async () => {
  const processes = new Processes(join(folder, 'logs'), () => undefined)
  const short = await script('short', `console.error('no luck'); process.exitCode = 3`)
  const child = await processes.start({ name: 'short', script: short, args: [] })
  await child.gone
  assert.deepEqual(processes.lost, [child])
  assert.equal(child.end, 'code 3')
  assert.deepEqual(child.lastLines, ['no luck'])
})

test('children end when their parent is killed', async () => {
  const child = await script('child', `setInterval(() => undefined, 1000)`)
  const module = new URL('start-processes.ts', import.meta.url).href
  const parent = await script(
    'parent',
    `import { Processes } from ${JSON.stringify(module)}
     const processes = new Processes(${JSON.stringify(join(folder, 'logs'))}, () => undefined)
     await processes.start({ name: 'child', script: ${JSON.stringify(child)}, args: [] })
     setTimeout(() => process.kill(process.pid, 'SIGKILL'), 1000)`,
  )
  const started = spawn(process.execPath, [parent], { stdio: 'ignore' })
  const pidFile = join(folder, 'child.pid')
  await writeFile(
    child,
    `import { writeFileSync } from 'node:fs'
    writeFileSync(${JSON.stringify(pidFile)}, String(process.pid))
    setInterval(() => undefined, 1000)`,
  )
  await once(started, 'close')
  const pid = Number(await readFile(pidFile, 'utf8'))
  const isAlive = (): boolean => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  await waitFor(() => !isAlive())
})

test('a taken port is named, with the flag that moves it', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  assert.equal(await isFree(port), false)
  const need = { port, what: 'the chain', flag: 'rpc-port', first: port, count: 1 }
  await assert.rejects(ensureFree([need]), (error) => {
    assert.ok(error instanceof SubnetError && error.code === 'PORT_TAKEN')
    assert.match(error.message, new RegExp(`port ${port}, meant for the chain, is taken`))
    assert.match(error.message, /npm start -- --rpc-port \d+/)
    return true
  })
  server.close()
  await once(server, 'close')
  await ensureFree([need])
})

test('axons get a loopback address that the chain accepts', async () => {
  const { host, announced } = await loopbackAddress()
  assert.match(host, /^127\./)
  assert.notEqual(announced, '127.0.0.1')
})
