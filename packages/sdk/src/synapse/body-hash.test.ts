import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sha3Hex } from '../wallet/hashes.ts'
import {
  bodyHash,
  type FieldType,
  formatJson,
  type Json,
  Ping,
  parseJson,
  strText,
  synapse,
  t,
} from './index.ts'

const file = new URL('../../../../vectors/bittensor-10.5.0/sdk-bodyhash.json', import.meta.url)
/** Read with the codec under test: the file's plain strings do not depend on it. */
const vectors = parseJson(readFileSync(file, 'utf8')) as Map<string, Json>
const get = (json: Json | undefined, key: string) => (json as Map<string, Json>).get(key)

const inner = t.model({ a: t.int, b: t.optional(t.str) })

/** Our field type for each Python type of the vectors. */
const TYPES: Readonly<Record<string, FieldType<unknown>>> = {
  "<class 'str'>": t.str,
  "<class 'int'>": t.bigint,
  "<class 'float'>": t.float,
  "<class 'bool'>": t.bool,
  'Optional[str]': t.nullable(t.str),
  'List[str]': t.list(t.str),
  'List[int]': t.list(t.int),
  'List[float]': t.list(t.float),
  'List[bool]': t.list(t.bool),
  'List[List[int]]': t.list(t.list(t.int)),
  'List[Optional[int]]': t.list(t.nullable(t.int)),
  'Dict[str, Any]': t.dict(t.any),
  'Dict[str, float]': t.dict(t.float),
  'Dict[int, str]': t.intDict(t.str),
  'Tuple[int, str]': t.tuple(t.int, t.str),
  'Tuple[int]': t.tuple(t.int),
  "<class '__main__.Inner'>": inner,
  'List[__main__.Inner]': t.list(inner),
  "<enum 'E'>": t.strEnum('E', { X: 'x' }),
  "Literal['a', 'b']": t.literal('a', 'b'),
  "<class 'bittensor.core.tensor.Tensor'>": t.tensor,
  Any: t.any,
} as Readonly<Record<string, FieldType<unknown>>>

for (const vector of get(vectors, 'cases') as Json[]) {
  const [label, pyType, json] = ['label', 'py_type', 'body_json'].map((key) => get(vector, key))
  test(`${label} ${json} prints and hashes as in Python`, () => {
    const type = TYPES[String(pyType)]
    assert.ok(type, `no field type for ${pyType}`)
    const value = type.parse(parseJson(String(json)), 'v')
    const python = type.toPython(value, 'v')
    assert.equal(strText(python), get(vector, 'py_str'))
    assert.equal(sha3Hex(strText(python)), get(vector, 'field_hash'))
    const Message = synapse('Message', { v: type }, { required_hash_fields: ['v'] })
    assert.equal(bodyHash(Message, Message.create({ v: value })), get(vector, 'body_hash'))
    // What we send is the value that we hash.
    const again = type.toPython(type.parse(parseJson(formatJson(python)), 'v'), 'v')
    assert.equal(strText(again), get(vector, 'py_str'))
  })
}

test('several fields hash in declared order', () => {
  const Message = synapse(
    'Message',
    {
      prompt: t.str,
      n: t.int,
      ratio: t.float,
      flag: t.bool,
      tags: t.list(t.str),
      opts: t.dict(t.any),
    },
    { required_hash_fields: ['prompt', 'n', 'ratio', 'flag', 'tags', 'opts'] },
  )
  const message = Message.create({
    prompt: 'hi',
    n: 3,
    ratio: 0.5,
    flag: true,
    tags: ['a'],
    opts: new Map(),
  })
  assert.equal(bodyHash(Message, message), get(get(vectors, 'multi'), 'body_hash'))
})

test('a synapse without hashed fields has the empty hash', () => {
  assert.equal(bodyHash(Ping, Ping.create({})), get(vectors, 'empty_body_hash'))
})

test('the deprecated field form is the list in model order', () => {
  const legacy = get(vectors, 'legacy_field_form')
  const Legacy = synapse('Legacy', { b: t.str, a: t.int }, { required_hash_fields: ['b', 'a'] })
  assert.equal(bodyHash(Legacy, Legacy.create({ b: 'B', a: 1 })), get(legacy, 'body_hash'))
})
