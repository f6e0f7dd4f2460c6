// What only a database on disk goes through: crashes, damage, a full disk, a second node.

import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { DatabaseError, type DatabaseErrorCode, isDatabaseError } from './errors.ts'
import { openDatabase } from './open.ts'
import { changesOf, commitNext, hashOf } from './testing/committer.ts'

const scratch = mkdtempSync(join(tmpdir(), 'taonet-lmdb-'))
after(() => rmSync(scratch, { recursive: true, force: true }))
let folders = 0
const newFolder = (): string => join(scratch, `${folders++}`)

const genesis = hashOf(0)
const committer = fileURLToPath(new URL('./testing/committer.ts', import.meta.url))
const command = ['--conditions=source', committer]
const fails = (code: DatabaseErrorCode) => (error: unknown) => isDatabaseError(error, code)

/** Lets a process commit until it has printed `blocks` numbers; gives it and what it printed. */
async function startCommitter(folder: string, blocks: number): Promise<[ChildProcess, string[]]> {
  const child = spawn(process.execPath, [...command, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines: string[] = []
  let rest = ''
  child.stdout.setEncoding('latin1')
  child.stdout.on('data', (text: string) => {
    const parts = (rest + text).split('\n')
    rest = parts.pop()!
    lines.push(...parts)
  })
  while (lines.length < blocks) await once(child.stdout, 'data')
  return [child, lines]
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

test('kill -9 while committing loses nothing that was committed, and leaves nothing half done', async () => {
  const folder = newFolder()
  for (const blocks of [1, 9, 17, 4]) {
    const [child, lines] = await startCommitter(folder, blocks)
    await kill(child)
    const last = Number(lines.at(-1))
    const database = openDatabase(folder, genesis)
    const { number, hash } = database.best()
    assert.ok(number === last || number === last + 1, `${number} after ${last}`)
    assert.equal(hash, hashOf(number))
    database.check()
    const keys = changesOf(number).filter(([, value]) => value !== undefined)
    for (const [key, value] of keys) assert.deepEqual(database.get(key), value)
    database.trieAt(genesis) // the whole history leads back
    await database.close()
  }
})

test('a second node on a folder is refused while the first lives, and only then', async () => {
  const folder = newFolder()
  const [child] = await startCommitter(folder, 2)
  assert.throws(() => openDatabase(folder, genesis), fails('LOCKED'))
  await kill(child)
  const database = openDatabase(folder, genesis)
  assert.throws(() => openDatabase(folder, genesis), fails('LOCKED'))
  const outcome = spawnSync(process.execPath, [...command, folder, '1'])
  assert.match(outcome.stderr.toString(), /DatabaseError.*in use by process/s)
  await database.close()
  await openDatabase(folder, genesis).close()
})

test('an owner elsewhere counts while its file is fresh; a reused pid does not', async () => {
  const folder = newFolder()
  await openDatabase(folder, genesis).close()
  const file = join(folder, 'owner.json')
  writeFileSync(file, JSON.stringify({ pid: 1, started: '', host: 'elsewhere' }))
  assert.throws(() => openDatabase(folder, genesis), fails('LOCKED'))
  const longAgo = new Date(Date.now() - 3_600_000)
  utimesSync(file, longAgo, longAgo)
  await openDatabase(folder, genesis).close()
  if (process.platform !== 'linux') return
  writeFileSync(file, JSON.stringify({ pid: process.ppid, started: '1', host: hostname() }))
  await openDatabase(folder, genesis).close()
  writeFileSync(file, '{"pid":')
  await openDatabase(folder, genesis).close()
})

test('the folder of another chain or of another version is refused', async () => {
  const folder = newFolder()
  const database = openDatabase(folder, genesis)
  commitNext(database)
  await database.close()
  assert.throws(() => openDatabase(folder, hashOf(1)), fails('OTHER_CHAIN'))
  rmSync(join(folder, 'chain.json'))
  assert.throws(() => openDatabase(folder, hashOf(1)), fails('OTHER_CHAIN'))
  await openDatabase(folder, genesis).close()
  writeFileSync(join(folder, 'chain.json'), JSON.stringify({ format: 99, genesis }))
  assert.throws(() => openDatabase(folder, genesis), fails('OTHER_FORMAT'))
})

test('a damaged file is refused with a code, and never takes the process down', async () => {
  const good = newFolder()
  const database = openDatabase(good, genesis)
  for (let i = 0; i < 12; i++) commitNext(database)
  await database.close()
  const file = readFileSync(join(good, 'data.mdb'))
  const garbage = (from: number, to: number) => {
    const copy = Buffer.from(file)
    for (let i = from; i < to; i++) copy[i] = (i * 31) & 255
    return copy
  }
  const half = file.length >> 1
  const damaged = [
    file.subarray(0, half),
    file.subarray(0, 8192),
    file.subarray(0, 100),
    Buffer.alloc(0),
    Buffer.alloc(file.length),
    Buffer.concat([Buffer.alloc(4096), file.subarray(4096)]),
    Buffer.concat([file.subarray(0, 8192), Buffer.alloc(file.length - 8192)]),
    garbage(0, 8192),
    garbage(8192, file.length),
    garbage(0, file.length),
    garbage(half, half + 40_960),
  ]
  for (const [index, bytes] of damaged.entries()) {
    const folder = newFolder()
    cpSync(good, folder, { recursive: true })
    writeFileSync(join(folder, 'data.mdb'), bytes)
    const openAndCheck = () => openDatabase(folder, genesis).check()
    assert.throws(openAndCheck, fails('CORRUPT'), `damage ${index}`)
  }
})

test('a full disk is told as such, keeps the last block whole, and can be left cleanly', async (t) => {
  if (process.platform === 'win32') return t.skip('no limit on file sizes')
  const folder = newFolder()
  // the limit, in blocks of 1 kB, stands for the size of the disk
  const shell = `ulimit -f 1500; exec "$0" "$@"`
  const outcome = spawnSync('bash', ['-c', shell, process.execPath, ...command, folder])
  const lines = outcome.stdout.toString().trim().split('\n')
  assert.deepEqual(lines.slice(-2), ['DISK_FULL', 'closed'], outcome.stderr.toString())
  const database = openDatabase(folder, genesis)
  assert.equal(database.best().number, Number(lines.at(-3)))
  database.check()
  commitNext(database) // with room again it goes on
  database.check()
  await database.close()
})

test('a folder that cannot be made is a failure of the file system', () => {
  const file = join(scratch, 'a file')
  writeFileSync(file, '')
  const opening = () => openDatabase(join(file, 'folder'), genesis)
  assert.throws(opening, (error) => error instanceof DatabaseError && error.code === 'IO')
})
