/** A pallet: everything that one module of a runtime declares, collected once. */
import type { AnyCodec, TypeInfo } from '../codec/index.ts'
import { bytesToKey, utf8 } from '../crypto/bytes.ts'
import { twox128 } from '../crypto/hash.ts'
import type { StorageItem } from '../storage/items.ts'
import type { AnyCall, CallValue } from './call.ts'
import type { Constant } from './constant.ts'
import type { Context } from './context.ts'
import type { PalletError } from './error.ts'
import type { Event } from './event.ts'
import type { InherentData, InherentError } from './inherent.ts'
import type { TransactionSource, UnsignedValidity } from './validity.ts'
import type { AnyView } from './view.ts'
import type { Weight } from './weight.ts'

export type Named<T> = Readonly<Record<string, T>>
// biome-ignore lint/suspicious/noExplicitAny: events of any fields share one table
export type AnyEvent = Event<any>
// biome-ignore lint/suspicious/noExplicitAny: constants of any type share one table
export type AnyConstant = Constant<any>

/** Enums that a pallet's declarations make. */
export type EnumKind = 'Call' | 'Event' | 'Error'
/** A codec as far as metadata prints it. */
export type Described = Pick<AnyCodec, 'type'>

/** What happens by itself. Every hook that costs weight returns it. */
export interface Hooks {
  on_initialize?(ctx: Context): Weight
  on_idle?(ctx: Context, remaining: Weight): Weight
  on_finalize?(ctx: Context): void
  /** Runs once in the first block of a new specification version. */
  on_runtime_upgrade?(ctx: Context): Weight
  /** Whether a call of this pallet is an inherent. */
  is_inherent?(call: CallValue): boolean
  /** The inherent that a block's author has to add, if any. */
  create_inherent?(ctx: Context, data: InherentData): CallValue | undefined
  /** Judges an inherent of somebody else's block; gives what is wrong with it. */
  check_inherent?(ctx: Context, call: CallValue, data: InherentData): InherentError | undefined
  /** Decides whether an unsigned transaction with this pallet's call may enter the pool. */
  validate_unsigned?(ctx: Context, source: TransactionSource, call: CallValue): UnsignedValidity
  /** Like `validate_unsigned`, immediately before the call is applied. */
  pre_dispatch?(ctx: Context, call: CallValue): void
  /** Checks the pallet's invariants; throws `Impossible` with what is broken. */
  try_state?(ctx: Context): void
}

export interface Parts {
  readonly constants?: Named<AnyConstant>
  readonly storage?: Named<StorageItem>
  readonly events?: Named<AnyEvent>
  readonly errors?: Named<PalletError>
  readonly calls?: Named<AnyCall>
  readonly hooks?: Hooks
  /** Types that metadata 16 names for the pallet: `AccountId`, `Balance`. */
  readonly types?: Named<Described>
  readonly views?: Named<AnyView>
  /** Parameters of the pallet's enums, which type paths name; by default each has `T`. */
  readonly generics?: Readonly<Partial<Record<EnumKind, readonly string[]>>>
  /** Path of the pallet's crate as type paths have it: `pallet_balances`. */
  readonly crate: string
}

export type Pallet<N extends string = string, P extends Parts = Parts> = P & { readonly name: N }

const GROUPS = ['constants', 'storage', 'events', 'errors', 'calls'] as const

/** Collects a pallet and writes every item's path and storage prefix. */
export function pallet<const N extends string, P extends Parts>(pallet: N, parts: P): Pallet<N, P> {
  for (const group of GROUPS)
    for (const [name, item] of Object.entries(parts[group] ?? {}))
      Object.assign(item.path, { pallet, name })
  const prefix = bytesToKey(twox128(utf8(pallet)))
  for (const [name, item] of Object.entries(parts.storage ?? {}))
    item.bind(prefix + bytesToKey(twox128(utf8(name))))
  return { ...parts, name: pallet }
}

/** Path and parameters of one of a pallet's enums. */
export const enumPath = (
  { crate, generics }: Parts,
  kind: EnumKind,
): Pick<TypeInfo, 'path' | 'params'> => ({
  path: [...crate.split('::'), 'pallet', kind],
  params: (generics?.[kind] ?? ['T']).map((name) => ({ name })),
})
