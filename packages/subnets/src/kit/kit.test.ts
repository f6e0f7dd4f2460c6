import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { SubnetError } from './errors.ts'
import { describeFlags, readFlags } from './flags.ts'
import { createLog, reasonOf } from './log.ts'
import { printable } from './printable.ts'
import { loadState, saveState } from './state-file.ts'

const FLAGS = {
  netuid: { kind: 'whole', help: 'subnet', min: 0, max: 65_535, default: 1 },
  chain: { kind: 'text', help: 'node', aliases: ['subtensor.chain_endpoint'], env: 'CHAIN' },
  kind: { kind: 'text', help: 'kind', oneOf: ['a', 'b'], default: 'a' },
  serve: { kind: 'switch', help: 'serve', default: true },
  share: { kind: 'number', help: 'share', min: 0, max: 1 },
} as const

test('the command line wins over the environment, that over the default', () => {
  const argv = ['--netuid=7', '--share', '0.5', '--no-serve']
  assert.deepEqual(readFlags(FLAGS, argv, { CHAIN: 'ws://x' }), {
    netuid: 7,
    chain: 'ws://x',
    kind: 'a',
    serve: false,
    share: 0.5,
  })
  const typed = readFlags(FLAGS, ['--subtensor.chain_endpoint', 'ws://y'], { CHAIN: 'ws://x' })
  assert.equal(typed.chain, 'ws://y')
  assert.equal(typed.serve, true)
  const netuid: number = typed.netuid
  assert.equal(netuid, 1)
  // @ts-expect-error share has no default and may be absent
  const share: number = typed.share
  assert.equal(share, undefined)
})

test('unfit settings are named', () => {
  const cases: [string[], RegExp][] = [
    [['--what'], /unknown flag --what/],
    [['loose'], /expected a flag, got loose/],
    [['--netuid'], /needs a value/],
    [['--netuid', '1.5'], /whole number from 0 to 65535, got 1.5/],
    [['--share', ''], /expected a number/],
    [['--kind', 'c'], /one of a, b/],
    [['--serve=maybe'], /yes or no/],
    [['--no-netuid'], /unknown flag/],
  ]
  for (const [argv, message] of cases) {
    assert.throws(
      () => readFlags(FLAGS, argv, {}),
      (error) => error instanceof SubnetError && message.test(error.message),
      `${argv}`,
    )
  }
  assert.match(describeFlags(FLAGS), /--kind <a\|b> +kind \(default a\)/)
})

test('strangers cannot write on the terminal', () => {
  assert.equal(printable('a\u001b[31mred\u0007\nb\u202ec'), 'a [31mred bc')
  assert.equal(printable('x'.repeat(500), 10), `${'x'.repeat(9)}…`)
  assert.equal(printable(`ab😀${'c'.repeat(9)}`, 4).isWellFormed(), true)
})

test('log lines carry time, level and fields; quiet levels stay out', () => {
  const lines: string[] = []
  const log = createLog(
    (line) => lines.push(line),
    'info',
    () => new Date(0),
  )
  log.debug('unseen')
  log.info('asked', { uid: 3, status: 'too long', none: undefined })
  assert.deepEqual(lines, ['1970-01-01T00:00:00.000Z INFO  asked uid=3 status="too long"'])
  assert.equal(reasonOf(new Error('a', { cause: new Error('b') })), 'a: b')
})

test('state survives, and what is not state is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'state-'))
  const path = join(folder, 'deep', 'state.json')
  const isNumbers = (value: unknown): value is number[] => Array.isArray(value)
  const refused = (error: unknown) => error instanceof SubnetError && error.code === 'STATE_FILE'
  try {
    assert.equal(await loadState(path, isNumbers), undefined)
    await saveState(path, [1, 2])
    assert.deepEqual(await loadState(path, isNumbers), [1, 2])
    assert.deepEqual(await readdir(join(folder, 'deep')), ['state.json'])
    await writeFile(path, '{"half":')
    await assert.rejects(loadState(path, isNumbers), refused)
    await writeFile(path, '{}')
    await assert.rejects(loadState(path, isNumbers), refused)
  } finally {
    await rm(folder, { recursive: true })
  }
})
