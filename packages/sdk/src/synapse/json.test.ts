import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { SynapseError } from './errors.ts'
import { formatJson, parseJson } from './json.ts'
import { Float } from './values.ts'

test('integers keep every digit, floats stay floats', () => {
  assert.equal(parseJson('1795375709167297273'), 1795375709167297273n)
  assert.equal(parseJson('9007199254740991'), 9007199254740991)
  assert.deepEqual(parseJson('3.0'), new Float(3))
  assert.deepEqual(parseJson('1e16'), new Float(1e16))
  assert.equal(parseJson('0.5'), 0.5)
  assert.equal(formatJson(parseJson('[3,3.0,-0.0,1e16,1e-7]')), '[3,3.0,-0.0,1e+16,1e-07]')
})

test('keys keep their order, even those that look like integers', () => {
  assert.equal(formatJson(parseJson('{"b":1,"1":2,"__proto__":3}')), '{"b":1,"1":2,"__proto__":3}')
})

test('what JSON.stringify writes reads back equal', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
      const text = JSON.stringify(value)
      assert.deepEqual(JSON.parse(formatJson(parseJson(text))), JSON.parse(text))
    }),
    { seed: 7, numRuns: 300 },
  )
})

const REFUSED: readonly [text: string, reason: string, position: number][] = [
  ['', 'Expecting value', 0],
  ['{nope', 'Expecting property name enclosed in double quotes', 1],
  ['{"a" 1}', "Expecting ':' delimiter", 5],
  ['[1 2]', "Expecting ',' delimiter", 3],
  ['[1,]', 'Expecting value', 3],
  ['"abc', 'Unterminated string starting at', 0],
  ['1 2', 'Extra data', 2],
  ['NaN', 'Expecting value', 0],
  ['tru', 'Expecting value', 0],
  ['01', 'Extra data', 1],
]

test('malformed text is refused where it breaks', () => {
  for (const [text, reason, position] of REFUSED) {
    assert.throws(
      () => parseJson(text),
      (error) =>
        error instanceof SynapseError &&
        error.code === 'INVALID_JSON' &&
        error.message.startsWith(reason) &&
        error.data.position === position,
      text,
    )
  }
})

test('hostile documents are refused, not crashed on', () => {
  for (const text of ['['.repeat(1e6), `{"a":${'{"a":'.repeat(1e5)}`, '9'.repeat(5000), '1e999']) {
    assert.throws(() => parseJson(text), SynapseError)
  }
})

test('numbers that are not finite are not written', () => {
  assert.throws(() => formatJson([Number.NaN]), SynapseError)
})
