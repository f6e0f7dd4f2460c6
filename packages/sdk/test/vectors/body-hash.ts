/** Runs `sdk-bodyhash.json`: Python's text of values, and the hashes over it. */
import assert from 'node:assert/strict'
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
} from '../../src/synapse/index.ts'
import { sha3Hex } from '../../src/wallet/hashes.ts'
import type { Check } from './check.ts'

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

function checkCase(vector: Json): void {
  const [pyType, json] = ['py_type', 'body_json'].map((key) => get(vector, key))
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
}

/** Several fields hash in declared order. */
function checkMulti(multi: Json | undefined): void {
  const fields = {
    prompt: t.str,
    n: t.int,
    ratio: t.float,
    flag: t.bool,
    tags: t.list(t.str),
    opts: t.dict(t.any),
  }
  const Message = synapse('Message', fields, {
    required_hash_fields: ['prompt', 'n', 'ratio', 'flag', 'tags', 'opts'],
  })
  const given = get(multi, 'fields')
  const value = <T>(field: FieldType<T>, name: string): T => field.parse(get(given, name)!, name)
  const message = Message.create({
    prompt: value(t.str, 'prompt'),
    n: value(t.int, 'n'),
    ratio: value(t.float, 'ratio'),
    flag: value(t.bool, 'flag'),
    tags: value(t.list(t.str), 'tags'),
    opts: value(t.dict(t.any), 'opts'),
  })
  assert.equal(bodyHash(Message, message), get(multi, 'body_hash'))
}

/** The deprecated field form is the list in model order. */
function checkLegacy(legacy: Json | undefined): void {
  const Legacy = synapse('Legacy', { b: t.str, a: t.int }, { required_hash_fields: ['b', 'a'] })
  const body = get(legacy, 'body')
  const message = Legacy.create({ b: String(get(body, 'b')), a: Number(get(body, 'a')) })
  assert.equal(bodyHash(Legacy, message), get(legacy, 'body_hash'))
}

/** The checks of the file's text, read with the codec under test: integers keep all their digits. */
export function* bodyHashChecks(text: string): Generator<Check> {
  const vectors = parseJson(text)
  for (const [at, vector] of (get(vectors, 'cases') as Json[]).entries()) {
    const name = `cases[${at}] ${get(vector, 'label')} ${get(vector, 'body_json')}`
    yield { name: name.slice(0, 100), run: () => checkCase(vector) }
  }
  yield { name: 'multi', run: () => checkMulti(get(vectors, 'multi')) }
  yield {
    name: 'empty_body_hash',
    run: () => assert.equal(bodyHash(Ping, Ping.create({})), get(vectors, 'empty_body_hash')),
  }
  yield { name: 'legacy_field_form', run: () => checkLegacy(get(vectors, 'legacy_field_form')) }
}
