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
  assert.throws(() => parseFlags(['--nonsense']), FlagError)
  assert.throws(() => parseFlags(['--rpc-port', '70000']), /0 to 65535/)
  assert.throws(() => parseFlags(['--sealing', 'never']), /instant, manual/)
  assert.throws(() => parseFlags(['--chain', 'finney']), /local and dev/)
})

test('help lists every flag', () => assert.match(usage(), /--check-invariants/))
