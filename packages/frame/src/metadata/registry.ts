/** The type registry of metadata: every wire type once, by number, as scale-info describes it. */
import {
  type AnyCodec,
  type Codec,
  compact,
  enumeration,
  type Field,
  option,
  type Primitive,
  str,
  struct,
  type TypeDef,
  type TypeInfo,
  typeDef,
  u8,
  u32,
  type Value,
  variant,
  vec,
} from '../codec/index.ts'

const id = compact(u32)
const docs = vec(str)
const FieldEntry = struct<{
  name: string | undefined
  type: number
  typeName: string | undefined
  docs: string[]
}>('Field', { name: option(str), type: id, typeName: option(str), docs })
const VariantEntry = struct<{ name: string; fields: FieldEntry[]; index: number; docs: string[] }>(
  'Variant',
  { name: str, fields: vec(FieldEntry), index: u8, docs },
)
export type FieldEntry = Value<typeof FieldEntry>
export const PRIMITIVES: Readonly<Record<Primitive, number>> = {
  bool: 0,
  char: 1,
  str: 2,
  u8: 3,
  u16: 4,
  u32: 5,
  u64: 6,
  u128: 7,
  u256: 8,
  i8: 9,
  i16: 10,
  i32: 11,
  i64: 12,
  i128: 13,
  i256: 14,
}
const Def = variant('TypeDef', {
  Composite: [0, vec(FieldEntry)],
  Variant: [1, vec(VariantEntry)],
  Sequence: [2, id],
  Array: [3, { len: u32, type: id }],
  Tuple: [4, vec(id)],
  Primitive: [5, enumeration('Primitive', PRIMITIVES)],
  Compact: [6, id],
})
type Def = Value<typeof Def>
const Param = struct<{ name: string; type: number | undefined }>('Param', {
  name: str,
  type: option(id),
})
export interface TypeEntry {
  readonly id: number
  readonly path: string[]
  readonly params: { name: string; type: number | undefined }[]
  readonly def: Def
  readonly docs: string[]
}
export const TypeEntry: Codec<TypeEntry> = struct<TypeEntry>('PortableType', {
  id,
  path: vec(str),
  params: vec(Param),
  def: Def,
  docs,
})

const PLACEHOLDER: Def = { type: 'Tuple', value: [] }

/** Numbers types as they are first met. Equal types have one number, however often declared. */
export class TypeRegistry {
  private readonly ids = new Map<string, number>()
  private readonly keys = new Map<TypeInfo, string>()
  private readonly list: TypeEntry[] = []

  /** The number of a codec's type; registers it and all it refers to. */
  idOf({ type }: Pick<AnyCodec, 'type'>): number {
    const key = this.keyOf(type)
    const known = this.ids.get(key)
    if (known !== undefined) return known
    const id = this.list.length
    this.ids.set(key, id)
    const entry = { id, path: [...type.path], params: [], def: PLACEHOLDER, docs: [] }
    this.list.push(entry)
    const params = (type.params ?? []).map((param) => ({
      name: param.name,
      type: param.type && this.idOf(param.type),
    }))
    this.list[id] = { ...entry, params, def: this.describe(typeDef(type)) }
    return id
  }

  get entries(): TypeEntry[] {
    return this.list
  }

  /** What makes two types the same: their path and parameters, or their shape when unnamed. */
  private keyOf(type: TypeInfo): string {
    let key = this.keys.get(type)
    if (key === undefined) {
      const inner = (codec: AnyCodec) => this.keyOf(codec.type)
      key =
        type.path.length > 0
          ? `${type.path.join('::')}<${(type.params ?? []).map(({ name, type }) => (type ? inner(type) : name)).join(',')}>`
          : shapeKey(typeDef(type), inner)
      this.keys.set(type, key)
    }
    return key
  }

  private fields(fields: readonly Field[]): FieldEntry[] {
    return fields.map(({ name, type }) => ({
      name: name?.replace(/^_+/, ''),
      type: this.idOf(type),
      typeName: rustName(type.type),
      docs: [],
    }))
  }

  private describe(def: TypeDef): Def {
    switch (def.tag) {
      case 'primitive':
        return { type: 'Primitive', value: def.name }
      case 'compact':
        return { type: 'Compact', value: this.idOf(def.type) }
      case 'sequence':
        return { type: 'Sequence', value: this.idOf(def.type) }
      case 'array':
        return { type: 'Array', value: { len: def.len, type: this.idOf(def.type) } }
      case 'tuple':
        return { type: 'Tuple', value: def.types.map((type) => this.idOf(type)) }
      case 'composite':
        return { type: 'Composite', value: this.fields(def.fields) }
      case 'variant':
        return {
          type: 'Variant',
          value: def.variants.map(({ name, index, fields, docs }) => ({
            name,
            fields: this.fields(fields),
            index,
            docs: [...(docs ?? [])],
          })),
        }
    }
  }
}

function shapeKey(def: TypeDef, inner: (codec: AnyCodec) => string): string {
  switch (def.tag) {
    case 'primitive':
      return def.name
    case 'compact':
      return `Compact<${inner(def.type)}>`
    case 'sequence':
      return `[${inner(def.type)}]`
    case 'array':
      return `[${inner(def.type)};${def.len}]`
    case 'tuple':
      return `(${def.types.map(inner).join(',')})`
    case 'composite':
      return `{${def.fields.map(({ name, type }) => `${name}:${inner(type)}`).join(',')}}`
    case 'variant':
      return `enum{${def.variants.map(({ name, index, fields }) => `${index}${name}(${fields.map(({ type }) => inner(type)).join(',')})`).join('|')}}`
  }
}

/** A type's name as Rust source would spell it; clients only show it. */
function rustName(type: TypeInfo): string {
  const name = type.path.at(-1)
  if (name !== undefined) {
    const params = (type.params ?? []).flatMap(({ type }) => (type ? [rustName(type.type)] : []))
    const generic = ['Option', 'Vec', 'Result', 'BTreeMap', 'BTreeSet', 'BoundedVec'].includes(name)
    return generic ? `${name}<${params.join(', ')}>` : name
  }
  const def = typeDef(type)
  switch (def.tag) {
    case 'primitive':
      return def.name
    case 'compact':
      return rustName(def.type.type)
    case 'sequence':
      return `Vec<${rustName(def.type.type)}>`
    case 'array':
      return `[${rustName(def.type.type)}; ${def.len}]`
    case 'tuple':
      return `(${def.types.map(({ type }) => rustName(type)).join(', ')})`
    default:
      return ''
  }
}
