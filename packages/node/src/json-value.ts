/** Values of wire types from JSON as polkadot.js prints it. */
import {
  type AnyCodec,
  decodeSs58,
  type Field,
  fromHex,
  isHex,
  Reader,
  toHex,
  typeDef,
  utf8,
  type VariantDef,
} from '@taonet/frame'

/** JSON that is no value of the type it was given for. */
export class JsonValueError extends Error {
  override readonly name = 'JsonValueError'
}
const refuse = (json: unknown, wanted: string): never => {
  throw new JsonValueError(`${JSON.stringify(json)} is not ${wanted}`)
}

/** Names match whatever their case: clients write `freeBalance` for `free_balance`. */
const plain = (name: string) => name.replaceAll('_', '').toLowerCase()

function integer(json: unknown, name: string): number | bigint {
  const text = typeof json === 'string' ? json.replaceAll(',', '') : json
  const isNumber = typeof text === 'number' || (typeof text === 'string' && text.trim() !== '')
  if (!isNumber) return refuse(json, `a ${name}`)
  try {
    const value = BigInt(text)
    return Number(name.slice(1)) > 32 ? value : Number(value)
  } catch {
    return refuse(json, `a ${name}`)
  }
}

function bytesOf(json: unknown): Uint8Array {
  if (typeof json === 'string') return isHex(json) ? fromHex(json) : utf8(json)
  const isList = Array.isArray(json) && json.every(isByteValue)
  return isList ? Uint8Array.from(json) : refuse(json, 'bytes')
}
const isByteValue = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= 255

function fixedBytes(json: unknown): string {
  if (typeof json === 'string' && !isHex(json)) return toHex(decodeSs58(json).account)
  return toHex(bytesOf(json))
}

const isByte = (codec: AnyCodec): boolean => {
  const def = typeDef(codec.type)
  return def.tag === 'primitive' && def.name === 'u8'
}

const listOf = (json: unknown, wanted: string): readonly unknown[] =>
  Array.isArray(json) ? json : refuse(json, wanted)

/** Zero, empty, absent, or the first variant: what zero bytes mean. */
const zeroOf = (codec: AnyCodec): unknown => codec.read(new Reader(new Uint8Array(MOST_ZEROS)))
const MOST_ZEROS = 4096

function record(fields: readonly Field[], json: unknown): Record<string, unknown> {
  const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
  if (!isObject) return refuse(json, 'an object')
  const given = new Map(Object.entries(json).map(([name, value]) => [plain(name), value]))
  const field = ({ name = '', type }: Field) => {
    const value = given.get(plain(name))
    return [name, value === undefined ? zeroOf(type) : valueFromJson(type, value)]
  }
  return Object.fromEntries(fields.map(field))
}

function composite(path: string, fields: readonly Field[], json: unknown): unknown {
  const [first] = fields
  if (first === undefined) return null
  if (path === 'BTreeMap' || path.endsWith('BoundedBTreeMap')) {
    const isObject = typeof json === 'object' && json !== null && !Array.isArray(json)
    const entries = isObject ? Object.entries(json) : json
    return new Map(valueFromJson(first.type, entries) as [unknown, unknown][])
  }
  if (first.name === undefined || (fields.length === 1 && path.startsWith('substrate_fixed'))) {
    if (fields.length === 1) {
      const isBits = typeof json === 'object' && json !== null && 'bits' in json
      return valueFromJson(first.type, isBits ? json.bits : json)
    }
    return fields.map(({ type }, i) => valueFromJson(type, listOf(json, 'a list')[i]))
  }
  return record(fields, json)
}

function enumValue(variants: readonly VariantDef[], json: unknown): unknown {
  const [name, content] =
    typeof json === 'string'
      ? [json, undefined]
      : (Object.entries(json ?? {})[0] ?? ['', undefined])
  const found = variants.find((variant) => plain(variant.name) === plain(name))
  if (!found) return refuse(json, `one of ${variants.map(({ name }) => name).join(', ')}`)
  if (variants.every(({ fields }) => fields.length === 0)) return found.name
  const { fields } = found
  if (fields.length === 0) return { type: found.name }
  return { type: found.name, value: composite('', fields, content) }
}

/**
 * The value that `json` means for a codec.
 *
 * shape   fields left out are zero, as polkadot.js has it; integers as numbers, decimal or hex text; bytes as hex or text; accounts as addresses or hex;
 *         structs by field names of any case; enums as `'Name'` or `{ Name: value }`
 * refuses JsonValueError
 */
export function valueFromJson(codec: AnyCodec, json: unknown): unknown {
  const { type } = codec
  const path = type.path.join('::')
  const def = typeDef(type)
  if (path === 'Option') {
    const inner = type.params?.[0]?.type as AnyCodec
    return json === null || json === undefined ? undefined : valueFromJson(inner, json)
  }
  switch (def.tag) {
    case 'primitive':
      if (def.name === 'bool') return typeof json === 'boolean' ? json : refuse(json, 'a bool')
      if (def.name === 'str') return typeof json === 'string' ? json : refuse(json, 'text')
      return integer(json, def.name)
    case 'compact':
      return valueFromJson(def.type, json)
    case 'sequence':
      if (isByte(def.type)) return bytesOf(json)
      return listOf(json, 'a list').map((item) => valueFromJson(def.type, item))
    case 'array':
      if (isByte(def.type)) return fixedBytes(json)
      return listOf(json, 'a list').map((item) => valueFromJson(def.type, item))
    case 'tuple':
      if (def.types.length === 0) return null
      return def.types.map((type, i) => valueFromJson(type, listOf(json, 'a list')[i]))
    case 'composite':
      return composite(path, def.fields, json)
    case 'variant':
      return enumValue(def.variants, json)
  }
}
