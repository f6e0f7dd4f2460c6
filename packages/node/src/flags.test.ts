import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FlagError, parseFlags, usage } from './flags.ts'

test('without flags a local chain on disk seals every 12 s on port 9944', () => {
  const flags = parseFlags([])
  assert.equal(flags.chain, 'local')
  assert.deepEqual(flags.sealing, { type: 'interval', intervalMs: 12_000 })
  assert.deepEqual(flags.rpc.ports, [9944])
  assert.notEqual(flags.basePath, undefined)
})

test('the flags of the known harnesses are understood', () => {
  const flags = parseFlags(
    '--one --dev --force-authoring --rpc-cors=all --sealing=manual --rpc-port 9950'.split(' '),
  )
  assert.equal(flags.chain, 'dev')
  assert.deepEqual(flags.sealing, { type: 'manual' })
  assert.equal(flags.basePath, undefined)
  assert.deepEqual(flags.rpc.ports, [9950])
  parseFlags(
    '--base-path x --chain=local --one --port 30334 --rpc-port 9944 --validator --rpc-cors=all --allow-private-ipv4 --discover-local --unsafe-force-node-key-generation'.split(
      ' ',
    ),
  )
})

test('a wrong flag is refused with the way out', () => {
  const refused = (line: string, why: RegExp) =>
    assert.throws(
      () => parseFlags(line.split(' ')),
      (error) => error instanceof FlagError && why.test(error.message),
    )
  refused('--nonsense', /--help lists the flags/)
  refused('--rpc-port 70000', /0 to 65535/)
  refused('--rpc-port 9944 --rpc-extra-port 9945,x', /whole number/)
  refused('--sealing never', /instant, manual or milliseconds/)
  refused('--sealing 0', /milliseconds/)
  refused('--chain finney', /local or dev/)
  refused('--pruning 0', /from 1/)
  refused('--pruning archived', /whole number/)
  refused('--rpc-rate-limit 0', /from 1/)
  refused('--rpc-rate-limit-whitelisted-ips 10.0.0.0/33', /10\.0\.0\.0\/33/)
  refused('--rpc-methods some', /safe, unsafe, auto/)
  refused('--tmp --base-path x', /--base-path/)
  refused('--tmp stray', /"stray" belongs to no flag/)
  refused('--rpc-port', /--help/)
})

test('sealing by the clock takes milliseconds, as upstream writes them or named', () => {
  const of = (...line: string[]) => parseFlags(line).sealing
  assert.deepEqual(of('--sealing', '500'), { type: 'interval', intervalMs: 500 })
  assert.deepEqual(of('--sealing=interval=50'), { type: 'interval', intervalMs: 50 })
  assert.deepEqual(of('--fast'), { type: 'interval', intervalMs: 250 })
  assert.deepEqual(of('--sealing', 'Instant'), { type: 'instant' })
})

test('pruning is a number of blocks or archive', () => {
  assert.equal(parseFlags(['--pruning', '256']).pruning, 256)
  assert.equal(parseFlags(['--state-pruning', '7']).pruning, 7)
  assert.equal(parseFlags(['--pruning', 'archive-canonical']).pruning, undefined)
})

test('ports, limits and origins of the server', () => {
  const { rpc } = parseFlags('--rpc-extra-port 9945,9946 --rpc-disable-batch-requests'.split(' '))
  assert.deepEqual(rpc.ports, [9944, 9945, 9946])
  assert.equal(rpc.maxBatchLength, 0)
  assert.deepEqual([rpc.maxConnections, rpc.maxSubscriptions], [10_000, 10_000])
  assert.equal(rpc.cors, undefined)
  assert.equal(parseFlags(['--dev']).rpc.cors, 'all')
  assert.equal(rpc.rateLimit, undefined)
  const limited = parseFlags(
    '--rpc-rate-limit 60 --rpc-rate-limit-whitelisted-ips 10.0.0.0/8 ff01::/32 --dev'.split(' '),
  )
  assert.deepEqual(limited.rpc.rateLimit, {
    callsPerMinute: 60,
    exempt: ['10.0.0.0/8', 'ff01::/32'],
    trustsProxies: false,
  })
})

test('metrics are on a port that must be free only when it was asked for', () => {
  const of = (...line: string[]) => parseFlags(line).metrics
  assert.deepEqual(of(), { port: 9615, isExternal: false, isAsked: false })
  assert.deepEqual(of('--prometheus-port', '1'), { port: 1, isExternal: false, isAsked: true })
  assert.equal(of('--no-prometheus'), undefined)
})

test('invalid transactions are banned for half an hour, on development chains not at all', () => {
  assert.equal(parseFlags([]).pool.banSeconds, 1800)
  assert.equal(parseFlags(['--dev']).pool.banSeconds, 0)
  assert.equal(parseFlags(['--dev', '--tx-ban-seconds', '5']).pool.banSeconds, 5)
})

test('flags that mean nothing here are accepted, with several values where upstream takes them', () => {
  parseFlags('--bootnodes /ip4/1 /ip4/2 -l info -l rpc=debug --alice --node-key 0x01'.split(' '))
})

test('help lists every flag', () => assert.match(usage(), /--check-invariants/))
