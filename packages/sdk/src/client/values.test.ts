import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formatTao, parseTao } from './amounts.ts'
import { resolveEndpoint } from './endpoint.ts'
import { ClientError } from './errors.ts'
import { formatIp, parseIp } from './network-address.ts'

test('addresses are the integers that the chain stores', () => {
  assert.deepEqual(parseIp('::ffff:1.2.3.4'), { ip: 0xffff_0102_0304n, ipType: 6 })
  assert.equal(formatIp(0n, 6), '::')
  assert.equal(formatIp(parseIp('1:0:0:2:0:0:0:3').ip, 6), '1:0:0:2::3')
  for (const bad of [
    '',
    '1.2.3',
    '1.2.3.256',
    '1::2::3',
    '1:2:3:4:5:6:7',
    'g::',
    '1:2:3:4:5:6:7:8:9',
  ]) {
    assert.throws(() => parseIp(bad), ClientError, bad)
  }
})

test('amounts are exact to the rao', () => {
  assert.equal(parseTao('1.5'), 1_500_000_000n)
  assert.equal(parseTao('123,456.789'), 123_456_789_000_000n)
  assert.equal(parseTao('-0.000000001'), -1n)
  for (const bad of ['1.0000000001', '', '.5', '1e9', 'tao']) {
    assert.throws(() => parseTao(bad), ClientError, bad)
  }
  assert.equal(formatTao(-1_500_000_000n), '-1.500000000')
})

test('networks have names, endpoints may be short', () => {
  assert.equal(resolveEndpoint(), 'ws://127.0.0.1:9944')
  assert.equal(resolveEndpoint('finney'), 'wss://entrypoint-finney.opentensor.ai:443')
  assert.equal(resolveEndpoint('localhost:9945'), 'ws://localhost:9945')
  assert.equal(resolveEndpoint('wss://example.org'), 'wss://example.org')
  const env = { BT_SUBTENSOR_CHAIN_ENDPOINT: 'ws://10.0.0.1:1', BT_SUBTENSOR_NETWORK: 'test' }
  assert.equal(resolveEndpoint(undefined, env), 'ws://10.0.0.1:1')
  assert.equal(resolveEndpoint('local', env), 'ws://10.0.0.1:1')
  const byName = { BT_SUBTENSOR_NETWORK: 'test' }
  assert.equal(resolveEndpoint(undefined, byName), 'wss://test.finney.opentensor.ai:443')
  assert.throws(() => resolveEndpoint('fineny'), ClientError)
})
