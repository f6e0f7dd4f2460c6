import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  formatJson,
  parseJson,
  SynapseError,
  type SynapseOf,
  synapse,
  synapseFromBody,
  synapseFromHeaders,
  synapseToHeaders,
  synapseToPython,
  t,
  terminalInfo,
} from './index.ts'
import { decodeTensor, encodeTensor } from './tensor.ts'

const Sum = synapse(
  'Sum',
  { a: t.int, ratio: t.float, tags: t.list(t.str), out: t.optional(t.str), n: t.default(t.int, 4) },
  { required_hash_fields: ['a'] },
)
type Sum = SynapseOf<typeof Sum>

test('a declaration types its messages', () => {
  const message: Sum = Sum.create({ a: 1, ratio: 0.5, tags: [] })
  message.out = 'text'
  assert.equal(message.n, 4)
  // @ts-expect-error a is a number
  message.a = 'one'
  // @ts-expect-error ratio is required
  const partial = Sum.create({ a: 1, tags: [] })
  assert.throws(() => formatJson(synapseToPython(Sum, partial)), SynapseError)
  // @ts-expect-error hashed fields are fields
  synapse('Other', { a: t.int }, { required_hash_fields: ['b'] })
})

test('a body round-trips with all its parts', () => {
  const message = Sum.create({ a: 1, ratio: 2, tags: ['x'], out: null })
  message.timeout = 3.5
  message.dendrite = terminalInfo({ nonce: 1795375709167297273n, ip: '::1' })
  message.axon = terminalInfo({ port: 8091, process_time: 1 })
  const text = formatJson(synapseToPython(Sum, message))
  assert.match(text, /"ratio":2\.0/)
  assert.match(text, /"nonce":1795375709167297273/)
  assert.deepEqual(synapseFromBody(Sum, parseJson(text)), message)
})

test('headers carry terminals, sizes and empty inputs', () => {
  const message = Sum.create({ a: 1, ratio: 2, tags: ['x'] })
  message.dendrite = terminalInfo({ nonce: 1795375709167297273n, hotkey: '5F' })
  const headers = new Map(synapseToHeaders(Sum, message, 100))
  assert.equal(headers.get('timeout'), '12.0')
  assert.equal(headers.get('bt_header_input_obj_a'), btoa('0'))
  assert.equal(headers.get('bt_header_input_obj_ratio'), btoa('0.0'))
  assert.equal(headers.get('bt_header_input_obj_tags'), btoa('[]'))
  assert.equal(headers.has('bt_header_input_obj_n'), false)
  const read = synapseFromHeaders(Sum, headers)
  assert.deepEqual(read.dendrite, message.dendrite)
  assert.equal(read.a, 0)
  assert.equal(read.computed_body_hash.length, 64)
})

test('values are read as leniently as pydantic reads them', () => {
  const lax = t.model({ i: t.int, f: t.float, b: t.bool })
  const read = (text: string) => lax.parse(parseJson(text), 'v')
  assert.deepEqual(read('{"i":"3","f":2,"b":"yes"}'), { i: 3, f: 2, b: true })
  assert.deepEqual(read('{"i":3.0,"f":"2.5","b":0}'), { i: 3, f: 2.5, b: false })
  for (const bad of [
    '{"i":3.5,"f":1,"b":1}',
    '{"i":"x","f":1,"b":1}',
    '{"i":1,"f":1,"b":2}',
    '{}',
  ]) {
    assert.throws(() => read(bad), SynapseError)
  }
  assert.throws(() => t.str.parse(3, 'v'), /expected str, got number 3/)
  assert.throws(() => t.int.parse(2n ** 60n, 'v'), /below 2\^53/)
})

test('fields cannot take the names of what every synapse has', () => {
  for (const key of ['timeout', 'axon', 'isSuccess']) {
    assert.throws(() => synapse('Bad', { [key]: t.int }), SynapseError)
  }
})

const BUFFER = 'hcQCbmTDxAR0eXBlozxmNMQEa2luZMQAxAVzaGFwZZICAsQEZGF0YcQQAACAPwAAAEAAAEBAAACQQA=='

test('tensors have the bytes of the Python package', () => {
  const tensor = encodeTensor(new Float32Array([1, 2, 3, 4.5]), [2, 2])
  assert.deepEqual(tensor, { buffer: BUFFER, dtype: 'float32', shape: [2, 2] })
  const read = decodeTensor(tensor)
  assert.deepEqual(read.values, new Float32Array([1, 2, 3, 4.5]))
  assert.deepEqual(read.shape, [2, 2])
  for (const buffer of ['', '!!', 'AAAA', BUFFER.slice(0, -8)]) {
    assert.throws(() => decodeTensor({ ...tensor, buffer }), SynapseError)
  }
})
