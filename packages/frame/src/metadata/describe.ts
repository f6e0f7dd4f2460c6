/** What metadata says about a runtime, whatever the version that carries it. */
import {
  type AnyCodec,
  makeCodec,
  struct,
  type TypeInfo,
  tuple,
  type VariantDef,
} from '../codec/index.ts'
import { extensionType, extrinsicCodec } from '../extrinsic/extrinsic.ts'
import type { AnyMethod, Api } from '../pallet/api.ts'
import { type AnyConstant, enumPath, type Pallet } from '../pallet/pallet.ts'
import type { Runtime } from '../pallet/runtime.ts'
import type { StorageItem } from '../storage/items.ts'
import type { TypeRegistry } from './registry.ts'

export const HASHERS = { Blake2_128Concat: 2, Twox64Concat: 5, Identity: 6 } as const

export interface StorageEntry {
  readonly name: string
  readonly modifier: 0 | 1
  readonly hashers: number[]
  readonly key: number | undefined
  readonly value: number
  readonly fallback: Uint8Array
}

export interface PalletEntry {
  readonly pallet: Pallet
  readonly index: number
  readonly storage: StorageEntry[] | undefined
  readonly calls: number | undefined
  readonly events: number | undefined
  readonly errors: number | undefined
  readonly constants: { name: string; type: number; value: Uint8Array }[]
}

/** A codec that only describes a type. */
const described = (
  path: Pick<TypeInfo, 'path' | 'params'>,
  variants: readonly VariantDef[],
): AnyCodec =>
  makeCodec<unknown>(
    { ...path, def: { tag: 'variant', variants } },
    () => {
      throw new Error('this type is described, never encoded')
    },
    () => {
      throw new Error('this type is described, never decoded')
    },
  )

/** The enum of a pallet's errors, with the sentences that clients show. */
function errorEnum(pallet: Pallet): AnyCodec | undefined {
  const list = Object.entries(pallet.errors ?? {})
  if (list.length === 0) return undefined
  return described(
    enumPath(pallet, 'Error'),
    list
      .map(([name, { index, docs }]) => ({ name, index, fields: [], docs: [docs] }))
      .sort((a, b) => a.index - b.index),
  )
}

/** The outer enum of a pallet: its field in `RuntimeCall` or `RuntimeEvent`. */
function innerOf(outer: AnyCodec, pallet: string): AnyCodec | undefined {
  const { def } = outer.type
  if (typeof def === 'function' || def.tag !== 'variant') return undefined
  return def.variants.find(({ name }) => name === pallet)?.fields[0]?.type
}

function storageEntry(
  registry: TypeRegistry,
  runtime: Runtime,
  name: string,
  item: StorageItem,
): StorageEntry {
  const { keys, codec } = item
  const fallback = item.defaultUnder(runtime.settings)
  const [first] = keys
  const key = keys.length === 1 ? first!.codec : tuple(...keys.map(({ codec }) => codec))
  return {
    name,
    modifier: fallback === undefined ? 0 : 1,
    hashers: keys.map(({ hasher }) => HASHERS[hasher]),
    key: keys.length === 0 ? undefined : registry.idOf(key),
    value: registry.idOf(codec),
    fallback: fallback === undefined ? new Uint8Array([0]) : codec.encode(fallback),
  }
}

const constantEntry = (
  registry: TypeRegistry,
  runtime: Runtime,
  name: string,
  constant: AnyConstant,
) => ({
  name,
  type: registry.idOf(constant.codec),
  value: constant.codec.encode(constant.under(runtime.settings)),
})

const idIf = (registry: TypeRegistry, codec: AnyCodec | undefined) => codec && registry.idOf(codec)

export function describePallets(registry: TypeRegistry, runtime: Runtime): PalletEntry[] {
  return [...runtime.entries]
    .sort((a, b) => a.index - b.index)
    .map(({ index, pallet }) => ({
      pallet,
      index,
      storage:
        pallet.storage &&
        Object.entries(pallet.storage)
          .sort(([, a], [, b]) => a.order - b.order)
          .map(([name, item]) => storageEntry(registry, runtime, name, item)),
      calls: idIf(registry, innerOf(runtime.call, pallet.name)),
      events: idIf(registry, innerOf(runtime.event, pallet.name)),
      errors: idIf(registry, errorEnum(pallet)),
      constants: Object.entries(pallet.constants ?? {})
        .sort(([, a], [, b]) => a.order - b.order)
        .map(([name, constant]) => constantEntry(registry, runtime, name, constant)),
    }))
}

/** The types of an extrinsic that metadata names one by one. */
export function extrinsicTypes(runtime: Runtime): { extra: AnyCodec; wrapped: AnyCodec } {
  return { extra: extensionType(runtime), wrapped: extrinsicCodec(runtime) }
}

export interface MethodEntry {
  readonly name: string
  readonly declared: AnyMethod
  readonly inputs: readonly { readonly name: string; readonly type: number }[]
  readonly output: number
}

const methodEntry = (registry: TypeRegistry, name: string, declared: AnyMethod): MethodEntry => ({
  name,
  declared,
  inputs: Object.entries(declared.inputs as Record<string, AnyCodec>).map(([name, codec]) => ({
    name,
    type: registry.idOf(codec),
  })),
  output: registry.idOf(declared.output),
})

export const describeApis = (registry: TypeRegistry, apis: readonly Api[]) =>
  apis.map((declared) => ({
    name: declared.name,
    version: declared.version,
    declared,
    methods: Object.entries(declared.methods).map(([name, method]) =>
      methodEntry(registry, name, method),
    ),
  }))

/** `RuntimeError`: the error enums of all pallets. */
export function runtimeErrorEnum(runtime: Runtime): AnyCodec {
  const variants = [...runtime.entries]
    .sort((a, b) => a.index - b.index)
    .flatMap(({ index, pallet }) => {
      const inner = errorEnum(pallet)
      return inner ? [{ name: pallet.name, index, fields: [{ type: inner }] }] : []
    })
  return described({ path: [runtime.parts.crate, 'RuntimeError'] }, variants)
}

/** The runtime as a type, which metadata 14 and 15 name. */
export const runtimeType = (runtime: Runtime): AnyCodec =>
  struct<object>(`${runtime.parts.crate}::Runtime`, {})
