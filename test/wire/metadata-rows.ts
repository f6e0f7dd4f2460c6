/** Metadata as rows of text, so that two can be compared item by item. Prose and type numbers are left out. */
import { decAnyMetadata } from '@polkadot-api/substrate-bindings'
import { type TypeEntry, Types, type Variant } from './metadata-types.ts'

type Deprecation = { readonly tag: string; readonly value?: unknown }
interface Deprecable {
  readonly deprecationInfo?: Deprecation
}
interface Entry extends Deprecable {
  readonly name: string
  readonly modifier: number
  readonly type:
    | { readonly tag: 'plain'; readonly value: number }
    | {
        readonly tag: 'map'
        readonly value: {
          readonly hashers: readonly { readonly tag: string }[]
          readonly key: number
          readonly value: number
        }
      }
  readonly fallback: string
}
interface EnumRef {
  readonly type: number
  readonly deprecationInfo: unknown
}
interface Method extends Deprecable {
  readonly id?: string
  readonly name: string
  readonly inputs: readonly { readonly name: string; readonly type: number }[]
  readonly output: number
}
interface Pallet extends Deprecable {
  readonly name: string
  readonly index: number
  readonly storage?: { readonly prefix: string; readonly items: readonly Entry[] }
  readonly calls?: number | EnumRef
  readonly events?: number | EnumRef
  readonly errors?: number | EnumRef
  readonly constants: readonly (Deprecable & { name: string; type: number; value: string })[]
  readonly associatedTypes?: readonly { readonly name: string; readonly type: number }[]
  readonly viewFns?: readonly Method[]
}
interface Api extends Deprecable {
  readonly name: string
  readonly version?: number
  readonly methods: readonly Method[]
}
interface Extension {
  readonly identifier: string
  readonly type: number
  readonly additionalSigned: number
}
/** What the three versions have in common, and what only some have. */
interface Metadata {
  readonly lookup: readonly TypeEntry[]
  readonly pallets: readonly Pallet[]
  readonly extrinsic: Readonly<Record<string, unknown>> & {
    readonly signedExtensions: readonly Extension[]
  }
  readonly type?: number
  readonly apis?: readonly Api[]
  readonly outerEnums?: Readonly<Record<string, number>>
  readonly custom?: readonly unknown[]
}

/** Rows by name, and the order of things that have one. */
export interface Rows {
  readonly rows: ReadonlyMap<string, string>
  readonly orders: ReadonlyMap<string, readonly string[]>
}

const suffix = ({ deprecationInfo }: Deprecable): string =>
  deprecationInfo && deprecationInfo.tag !== 'NotDeprecated'
    ? ` deprecated ${JSON.stringify(deprecationInfo.value ?? {})}`
    : ''

class Writer implements Rows {
  readonly rows = new Map<string, string>()
  readonly orders = new Map<string, readonly string[]>()
  private readonly metadata: Metadata
  private readonly types: Types
  private readonly follows: (row: string) => boolean
  private readonly seen = new Set<number>()

  constructor(metadata: Metadata, follows: (row: string) => boolean) {
    this.metadata = metadata
    this.types = new Types(metadata.lookup)
    this.follows = follows
  }

  private put(row: string, text: string, types: readonly number[]): void {
    const known = this.rows.get(row)
    this.rows.set(row, known === undefined || known === text ? text : `${known} or ${text}`)
    if (this.follows(row)) for (const type of types) this.visit(type)
  }

  /** Writes a type and all that it refers to. */
  private visit(id: number): void {
    if (this.seen.has(id)) return
    this.seen.add(id)
    const { path, def } = this.types.entry(id)
    const name = this.types.name(id)
    if (path.length > 0) this.put(`type ${name}`, this.types.shape(def), [])
    for (const part of this.types.parts(id)) this.visit(part)
    if (def.tag === 'variant') this.variants(`type ${name}`, def.value)
  }

  private variants(of: string, variants: readonly Variant[]): void {
    this.orders.set(
      of,
      variants.map(({ name }) => name),
    )
    for (const { name, index, fields } of variants) {
      const types = fields.map(({ type }) => type)
      this.put(`${of}.${name}`, `#${index}(${this.types.fields(fields)})`, types)
    }
  }

  private reference(row: string, ref: number | EnumRef | undefined): void {
    if (ref === undefined) return
    const { type, deprecationInfo } =
      typeof ref === 'number' ? { type: ref, deprecationInfo: [] } : ref
    this.put(row, `${this.types.name(type)} ${JSON.stringify(deprecationInfo)}`, [type])
  }

  private entry(pallet: string, item: Entry): void {
    const { name, modifier, type, fallback } = item
    const [value, key, hashers] =
      type.tag === 'plain'
        ? [type.value, undefined, []]
        : [type.value.value, type.value.key, type.value.hashers.map(({ tag }) => tag)]
    const keys = key === undefined ? '' : `${hashers.join('+')} ${this.types.name(key)} => `
    const text = `${modifier} ${keys}${this.types.name(value)} = ${fallback}${suffix(item)}`
    this.put(`${pallet}.storage.${name}`, text, key === undefined ? [value] : [key, value])
  }

  private method(row: string, method: Method): void {
    const { inputs, output, id } = method
    const args = inputs.map(({ name, type }) => `${name}: ${this.types.name(type)}`).join(', ')
    const text = `${id ?? ''}(${args}) -> ${this.types.name(output)}${suffix(method)}`
    this.put(row, text, [...inputs.map(({ type }) => type), output])
  }

  private named<T extends { readonly name: string }>(
    order: string,
    items: readonly T[],
    write: (item: T) => void,
  ): void {
    this.orders.set(
      order,
      items.map(({ name }) => name),
    )
    for (const item of items) write(item)
  }

  private pallet(pallet: Pallet): void {
    const { name, index, storage, constants } = pallet
    this.put(`${name}`, `#${index} ${storage?.prefix}${suffix(pallet)}`, [])
    this.named(`${name}.storage`, storage?.items ?? [], (item) => this.entry(name, item))
    this.reference(`${name}.calls`, pallet.calls)
    this.reference(`${name}.events`, pallet.events)
    this.reference(`${name}.errors`, pallet.errors)
    this.named(`${name}.constant`, constants, (constant) => {
      const text = `${this.types.name(constant.type)} = ${constant.value}${suffix(constant)}`
      this.put(`${name}.constant.${constant.name}`, text, [constant.type])
    })
    this.named(`${name}.type`, pallet.associatedTypes ?? [], (own) =>
      this.put(`${name}.type.${own.name}`, this.types.name(own.type), [own.type]),
    )
    this.named(`${name}.view`, pallet.viewFns ?? [], (view) =>
      this.method(`${name}.view.${view.name}`, view),
    )
  }

  private api(api: Api): void {
    this.put(`api ${api.name}`, `${api.version}${suffix(api)}`, [])
    this.named(`api ${api.name}`, api.methods, (method) =>
      this.method(`api ${api.name}.${method.name}`, method),
    )
  }

  private extension({ identifier, type, additionalSigned }: Extension): void {
    const text = `${this.types.name(type)} / ${this.types.name(additionalSigned)}`
    this.put(`extension ${identifier}`, text, [type, additionalSigned])
  }

  private numbers(kind: string, numbers: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(numbers)) {
      if (name === 'signedExtensions') continue
      if (typeof value === 'number' && name !== 'version')
        this.put(`${kind} ${name}`, this.types.name(value), [value])
      else this.put(`${kind} ${name}`, JSON.stringify(value), [])
    }
  }

  write(): this {
    const { pallets, apis = [], extrinsic, outerEnums = {}, type, custom } = this.metadata
    this.named('pallets', pallets, (pallet) => this.pallet(pallet))
    this.named('apis', apis, (api) => this.api(api))
    const extensions = extrinsic.signedExtensions.map((own) => ({ ...own, name: own.identifier }))
    this.named('extensions', extensions, (extension) => this.extension(extension))
    this.numbers('extrinsic', extrinsic)
    this.numbers('outer', outerEnums)
    this.numbers('whole', { ...(type === undefined ? {} : { type }), custom: custom ?? [] })
    return this
  }
}

/**
 * The rows of a metadata.
 *
 * shape   `follows` tells of which rows the types are written too; by default of all
 */
export function metadataRows(bytes: Uint8Array, follows = (_row: string): boolean => true): Rows {
  const { metadata } = decAnyMetadata(bytes)
  return new Writer(metadata.value as unknown as Metadata, follows).write()
}
