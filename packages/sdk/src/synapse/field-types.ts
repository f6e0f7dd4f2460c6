/** Types of synapse fields: how each reads JSON, as leniently as pydantic, and shows in Python. */
import { SynapseError } from './errors.ts'
import { EnumMember, Float, type Json, type PythonValue, Tuple } from './values.ts'

/** How values of one type enter and leave the program. */
export interface FieldType<T> {
  /** What a message calls it: `int`, `list[str]`. */
  readonly name: string
  /** Value of parsed JSON; refuses INVALID_VALUE, naming `path`. */
  parse(json: Json, path: string): T
  /** Value as Python sees it; refuses INVALID_VALUE, naming `path`. */
  toPython(value: T, path: string): PythonValue
  /** Set where Python's empty value of the type does not validate: the header holds the value. */
  readonly headerHoldsValue?: boolean
}

/** A field that may be left out. */
export type DefaultedField<T> = { readonly type: FieldType<T>; readonly default: () => T }

export type FieldDeclaration<T> = FieldType<T> | DefaultedField<T>

// biome-ignore lint/suspicious/noExplicitAny: fields of every type, inferred one by one
export type FieldDeclarations = Readonly<Record<string, FieldDeclaration<any>>>

export type FieldValue<D> =
  D extends DefaultedField<infer T> ? T : D extends FieldType<infer T> ? T : never

/** Values of all fields of a declaration. */
export type FieldValues<F extends FieldDeclarations> = {
  -readonly [K in keyof F]: FieldValue<F[K]>
}

type DefaultedKeys<F extends FieldDeclarations> = {
  [K in keyof F]: F[K] extends { default: unknown } ? K : never
}[keyof F]

/** What a new message needs: fields with defaults may be absent. */
export type FieldInput<F extends FieldDeclarations> = {
  readonly [K in Exclude<keyof F, DefaultedKeys<F>>]: FieldValue<F[K]>
} & { readonly [K in DefaultedKeys<F>]?: FieldValue<F[K]> }

export function isDefaulted<T>(declaration: FieldDeclaration<T>): declaration is DefaultedField<T> {
  return 'default' in declaration
}

export function typeOf<T>(declaration: FieldDeclaration<T>): FieldType<T> {
  return isDefaulted(declaration) ? declaration.type : declaration
}

/** The error of a value that does not fit. */
export function misfit(path: string, expected: string, got: unknown): SynapseError {
  return new SynapseError('INVALID_VALUE', `${path}: expected ${expected}, got ${kindOf(got)}`, {
    data: { path, expected },
  })
}

export const str: FieldType<string> = {
  name: 'str',
  parse: (json, path) => {
    if (typeof json === 'string') return json
    throw misfit(path, 'str', json)
  },
  toPython: (value, path) => {
    if (typeof value === 'string' && value.isWellFormed()) return value
    throw misfit(path, 'str of whole characters', value)
  },
}

/** Any integer; `int` is handier where 2^53 is enough. */
export const bigint: FieldType<bigint> = {
  name: 'int',
  parse: (json, path) => {
    const value = toInteger(json)
    if (value === undefined) throw misfit(path, 'int', json)
    return value
  },
  toPython: (value, path) => {
    if (typeof value === 'bigint') return value
    throw misfit(path, 'bigint', value)
  },
}

/** An integer of at most 2^53 − 1 in size; larger ones are refused, not rounded. */
export const int: FieldType<number> = {
  name: 'int',
  parse: (json, path) => {
    const value = Number(bigint.parse(json, path))
    if (!Number.isSafeInteger(value)) throw misfit(path, 'int below 2^53', json)
    return value
  },
  toPython: (value, path) => {
    if (Number.isSafeInteger(value)) return value
    throw misfit(path, 'int below 2^53', value)
  },
}

export const float: FieldType<number> = {
  name: 'float',
  parse: (json, path) => {
    const value = toFloat(json)
    if (value === undefined) throw misfit(path, 'float', json)
    return value
  },
  toPython: (value, path) => {
    if (Number.isFinite(value)) return new Float(value)
    throw misfit(path, 'finite float', value)
  },
}

export const bool: FieldType<boolean> = {
  name: 'bool',
  parse: (json, path) => {
    const value = toBoolean(json)
    if (value === undefined) throw misfit(path, 'bool', json)
    return value
  },
  toPython: (value, path) => {
    if (typeof value === 'boolean') return value
    throw misfit(path, 'bool', value)
  },
}

/** Untyped JSON: objects are Maps, `3.0` is `new Float(3)`. */
export const any: FieldType<Json> = {
  name: 'Any',
  parse: (json) => json,
  toPython: (value) => value,
}

export function nullable<T>(type: FieldType<T>): FieldType<T | null> {
  return {
    name: `Optional[${type.name}]`,
    parse: (json, path) => (json === null ? null : type.parse(json, path)),
    toPython: (value, path) => (value === null ? null : type.toPython(value, path)),
  }
}

export function list<T>(item: FieldType<T>): FieldType<T[]> {
  const name = `list[${item.name}]`
  return {
    name,
    parse: (json, path) => {
      if (!Array.isArray(json)) throw misfit(path, name, json)
      return json.map((element: Json, i) => item.parse(element, `${path}[${i}]`))
    },
    toPython: (value, path) => {
      if (!Array.isArray(value)) throw misfit(path, name, value)
      return value.map((element, i) => item.toPython(element, `${path}[${i}]`))
    },
  }
}

/** A list of fixed length, each item of its own type. */
export function tuple<T extends readonly unknown[]>(
  ...items: { readonly [K in keyof T]: FieldType<T[K]> }
): FieldType<T> {
  const types = items as unknown as readonly FieldType<unknown>[]
  const name = `tuple[${types.map((type) => type.name).join(', ')}]`
  return {
    name,
    parse: (json, path) => {
      if (!Array.isArray(json) || json.length !== types.length) throw misfit(path, name, json)
      return types.map((type, i) => type.parse(json[i], `${path}[${i}]`)) as unknown as T
    },
    toPython: (value, path) => {
      if (!Array.isArray(value) || value.length !== types.length) throw misfit(path, name, value)
      return new Tuple(types.map((type, i) => type.toPython(value[i], `${path}[${i}]`)))
    },
  }
}

/** An object with keys of any name, as a Map, which keeps their order. */
export function dict<T>(item: FieldType<T>): FieldType<Map<string, T>> {
  return mapOf('str', item, (key) => key)
}

/** An object whose keys are integers (Python prints them without quotes). */
export function intDict<T>(item: FieldType<T>): FieldType<Map<number, T>> {
  return mapOf('int', item, (key, path) => int.parse(key, path))
}

function mapOf<K extends string | number, T>(
  keyName: string,
  item: FieldType<T>,
  parseKey: (key: string, path: string) => K,
): FieldType<Map<K, T>> {
  const name = `dict[${keyName}, ${item.name}]`
  return {
    name,
    parse: (json, path) => {
      if (!(json instanceof Map)) throw misfit(path, name, json)
      const entries = new Map<K, T>()
      for (const [key, value] of json as ReadonlyMap<string, Json>) {
        entries.set(parseKey(key, path), item.parse(value, `${path}.${key}`))
      }
      return entries
    },
    toPython: (value, path) => {
      if (!(value instanceof Map)) throw misfit(path, `${name} as a Map`, value)
      const entries = new Map<string | number, PythonValue>()
      for (const [key, element] of value) entries.set(key, item.toPython(element, `${path}.${key}`))
      return entries
    },
  }
}

/** One of the given texts. */
export function literal<const T extends string>(...options: readonly T[]): FieldType<T> {
  const name = `Literal[${options.join(', ')}]`
  const check = (value: unknown, path: string): T => {
    const found = options.find((option) => option === value)
    if (found === undefined) throw misfit(path, name, value)
    return found
  }
  return { name, parse: check, toPython: check, headerHoldsValue: true }
}

/** A member of a Python `class name(str, Enum)`, by value; its hash is of `name.MEMBER`. */
export function strEnum<const T extends Readonly<Record<string, string>>>(
  name: string,
  members: T,
): FieldType<T[keyof T]> {
  const find = (value: unknown, path: string): EnumMember => {
    const entry = Object.entries(members).find(([, text]) => text === value)
    if (!entry) throw misfit(path, name, value)
    return new EnumMember(name, ...entry)
  }
  return {
    name,
    parse: (json, path) => find(json, path).value as T[keyof T],
    toPython: find,
    headerHoldsValue: true,
  }
}

/** A nested model with fields of its own. */
export function model<F extends FieldDeclarations>(fields: F): FieldType<FieldValues<F>> {
  return {
    name: 'model',
    parse: (json, path) => {
      if (!(json instanceof Map)) throw misfit(path, 'object', json)
      return parseFields(fields, json as ReadonlyMap<string, Json>, `${path}.`)
    },
    toPython: (value, path) => {
      if (typeof value !== 'object' || value === null) throw misfit(path, 'object', value)
      return fieldsToPython(fields, value, `${path}.`)
    },
  }
}

/**
 * Values of declared fields out of an object; unknown keys are ignored.
 *
 * refuses MISSING_FIELD, INVALID_VALUE
 */
export function parseFields<F extends FieldDeclarations>(
  fields: F,
  json: ReadonlyMap<string, Json>,
  prefix = '',
): FieldValues<F> {
  const values: Record<string, unknown> = {}
  for (const [key, declaration] of Object.entries(fields)) {
    const value = json.get(key)
    if (value !== undefined) {
      values[key] = typeOf(declaration).parse(value, prefix + key)
    } else if (isDefaulted(declaration)) {
      values[key] = declaration.default()
    } else {
      throw new SynapseError('MISSING_FIELD', `${prefix}${key}: required`, {
        data: { path: prefix + key },
      })
    }
  }
  return values as FieldValues<F>
}

/** Declared fields of an object as Python sees them, in declared order. */
export function fieldsToPython<F extends FieldDeclarations>(
  fields: F,
  values: FieldValues<F>,
  prefix = '',
): Map<string, PythonValue> {
  const entries = new Map<string, PythonValue>()
  for (const [key, declaration] of Object.entries(fields)) {
    entries.set(key, typeOf(declaration).toPython(values[key], prefix + key))
  }
  return entries
}

function toInteger(json: Json): bigint | undefined {
  if (typeof json === 'bigint') return json
  if (typeof json === 'number') return Number.isInteger(json) ? BigInt(json) : undefined
  if (json instanceof Float) return BigInt(json.value)
  if (typeof json === 'boolean') return json ? 1n : 0n
  if (typeof json === 'string' && /^\s*[+-]?\d+(?:_\d+)*(?:\.0*)?\s*$/.test(json)) {
    return BigInt(json.trim().replaceAll('_', '').replace('+', '').replace(/\..*$/, ''))
  }
  return undefined
}

function toFloat(json: Json): number | undefined {
  if (typeof json === 'number') return json
  if (typeof json === 'bigint' || typeof json === 'boolean') return Number(json)
  if (json instanceof Float) return json.value
  if (typeof json === 'string' && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?\s*$/.test(json)) {
    return Number(json)
  }
  return undefined
}

const TRUE_TEXTS = new Set(['1', 'true', 't', 'yes', 'y', 'on'])
const FALSE_TEXTS = new Set(['0', 'false', 'f', 'no', 'n', 'off'])

function toBoolean(json: Json): boolean | undefined {
  const value = json instanceof Float ? json.value : json
  if (typeof value === 'boolean') return value
  if (value === 0 || value === 1) return value === 1
  if (typeof value !== 'string') return undefined
  if (TRUE_TEXTS.has(value.toLowerCase())) return true
  return FALSE_TEXTS.has(value.toLowerCase()) ? false : undefined
}

function kindOf(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return `list of ${value.length}`
  if (value instanceof Map) return 'object'
  if (value instanceof Float) return `float ${value.value}`
  if (typeof value === 'string') return value.length <= 40 ? `str ${JSON.stringify(value)}` : 'str'
  return typeof value === 'object' ? 'object' : `${typeof value} ${String(value)}`
}
