/** Types of metadata as text that does not depend on their numbers. */

/** A field of a composite or of a variant. */
interface Field {
  readonly name?: string | undefined
  readonly type: number
}
export interface Variant {
  readonly name: string
  readonly index: number
  readonly fields: readonly Field[]
}
type Def =
  | { readonly tag: 'composite'; readonly value: readonly Field[] }
  | { readonly tag: 'variant'; readonly value: readonly Variant[] }
  | { readonly tag: 'sequence' | 'compact'; readonly value: number }
  | { readonly tag: 'array'; readonly value: { readonly len: number; readonly type: number } }
  | { readonly tag: 'tuple'; readonly value: readonly number[] }
  | { readonly tag: 'primitive'; readonly value: { readonly tag: string } }
export interface TypeEntry {
  readonly id: number
  readonly path: readonly string[]
  readonly params: readonly { readonly name: string; readonly type?: number | undefined }[]
  readonly def: Def
}

/** The type table of one metadata. */
export class Types {
  private readonly entries: ReadonlyMap<number, TypeEntry>
  private readonly names = new Map<number, string>()

  constructor(lookup: readonly TypeEntry[]) {
    this.entries = new Map(lookup.map((entry) => [entry.id, entry]))
  }

  entry(id: number): TypeEntry {
    const entry = this.entries.get(id)
    if (entry === undefined) throw new Error(`the metadata has no type ${id}`)
    return entry
  }

  /** Path and parameters of a named type, the whole shape of any other. */
  name(id: number): string {
    const known = this.names.get(id)
    if (known !== undefined) return known
    const { path, params, def } = this.entry(id)
    const own = params.map(({ name, type }) =>
      type === undefined ? name : `${name}=${this.name(type)}`,
    )
    const name =
      path.length > 0
        ? path.join('::') + (own.length > 0 ? `<${own.join(', ')}>` : '')
        : this.shape(def)
    this.names.set(id, name)
    return name
  }

  fields(fields: readonly Field[]): string {
    return fields
      .map(({ name, type }) => (name === undefined ? '' : `${name}: `) + this.name(type))
      .join(', ')
  }

  /** What lies directly within. */
  parts(id: number): number[] {
    const { params, def } = this.entry(id)
    const own = params.flatMap(({ type }) => (type === undefined ? [] : [type]))
    return [...own, ...partsOf(def)]
  }

  /** One level of a type; its variants have rows of their own. */
  shape(def: Def): string {
    switch (def.tag) {
      case 'primitive':
        return def.value.tag
      case 'compact':
        return `Compact<${this.name(def.value)}>`
      case 'sequence':
        return `[${this.name(def.value)}]`
      case 'array':
        return `[${this.name(def.value.type)}; ${def.value.len}]`
      case 'tuple':
        return `(${def.value.map((id) => this.name(id)).join(', ')})`
      case 'composite':
        return `{${this.fields(def.value)}}`
      case 'variant':
        return 'enum'
    }
  }
}

function partsOf(def: Def): number[] {
  switch (def.tag) {
    case 'primitive':
    case 'variant':
      return []
    case 'compact':
    case 'sequence':
      return [def.value]
    case 'array':
      return [def.value.type]
    case 'tuple':
      return [...def.value]
    case 'composite':
      return def.value.map(({ type }) => type)
  }
}
