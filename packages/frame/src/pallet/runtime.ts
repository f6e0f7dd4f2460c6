/** A runtime: pallets by index, and the enums that span them. */
import {
  type AnyCodec,
  type Codec,
  CodecError,
  type Field,
  generic,
  makeCodec,
  type TypeDef,
  type VariantDef,
  variant,
} from '../codec/index.ts'
import type { AnyExtension } from '../extrinsic/extension.ts'
import { extrinsicCodec } from '../extrinsic/extrinsic.ts'
import type { SelfContained } from '../extrinsic/self-contained.ts'
import { CallFiltered } from '../system/errors.ts'
import { AccountId } from '../types.ts'
import type { Api } from './api.ts'
import type { AnyCall, CallValue } from './call.ts'
import type { Setting, Settings } from './constant.ts'
import type { Context } from './context.ts'
import { DispatchErrorWire, ensure, type PalletError } from './error.ts'
import type { EventValue } from './event.ts'
import type { Invariant } from './invariant.ts'
import type { CallerValue, CallFilter, Origin } from './origin.ts'
import { bindOuter } from './outer.ts'
import { type AnyEvent, enumPath, type Pallet } from './pallet.ts'
import { addWeight, NO_WEIGHT, type Weight } from './weight.ts'

export interface RuntimeVersion {
  readonly spec_name: string
  readonly impl_name: string
  readonly authoring_version: number
  readonly spec_version: number
  readonly impl_version: number
  readonly transaction_version: number
  readonly system_version: number
}

/**
 * Stands before every dispatch but root's, nested ones too, and may refuse it. What it writes is
 * reverted; its weight counts as the call's.
 */
export interface Guard {
  weight(ctx: Context, call: CallValue): Weight
  check(ctx: Context, origin: Origin, call: CallValue): void
}

export interface RuntimeParts {
  /** Path of the runtime's crate: `node_subtensor_runtime`. */
  readonly crate: string
  readonly version: RuntimeVersion
  /** In the order in which hooks run. */
  readonly pallets: readonly (readonly [index: number, pallet: Pallet])[]
  /** Origins beside `system` (index 0): codecs by name with their index. */
  readonly origins?: Readonly<Record<string, readonly [index: number, codec: AnyCodec]>>
  /** In wire order. */
  readonly extensions: readonly AnyExtension[]
  /** How the runtime nests its extensions in tuples, which metadata shows: their numbers in order. */
  readonly extensionGroups?: readonly number[]
  /** Transactions that carry their signature in the call. */
  readonly selfContained?: SelfContained
  readonly apis: readonly Api[]
  readonly settings?: readonly Setting[]
  readonly filter?: CallFilter
  readonly guards?: readonly Guard[]
  /** Run once, in order, in the first block of a new specification version. */
  readonly upgrades?: readonly ((ctx: Context) => Weight)[]
  /** What holds after every block, beside what the pallets' `try_state` hooks check. */
  readonly invariants?: readonly Invariant[]
}

interface Entry {
  readonly index: number
  readonly pallet: Pallet
}

/** One enum over pallets, each holding an enum of its own. */
function outerEnum<T extends { pallet: string; name: string }>(
  crate: string,
  name: 'RuntimeCall' | 'RuntimeEvent',
  entries: readonly { index: number; pallet: string; inner: Codec<T> }[],
): Codec<T> {
  const byIndex: (Codec<T> | undefined)[] = []
  const byName = new Map<string, { index: number; inner: Codec<T> }>()
  for (const { index, pallet, inner } of entries) {
    byIndex[index] = inner
    byName.set(pallet, { index, inner })
  }
  const variants: VariantDef[] = entries.map(({ index, pallet, inner }) => ({
    name: pallet,
    index,
    fields: [{ type: inner }],
  }))
  return makeCodec<T>(
    { path: [crate, name], def: { tag: 'variant', variants } },
    (out, value) => {
      const entry = byName.get(value.pallet)
      if (!entry) throw new CodecError(`the runtime has no ${name} of ${value.pallet}`)
      out.u8(entry.index)
      entry.inner.write(out, value)
    },
    (from) => {
      const index = from.u8()
      const inner = byIndex[index]
      if (!inner) throw new CodecError(`no pallet of index ${index} has a ${name}`)
      return from.nested(() => inner.read(from))
    },
  )
}

const fieldsOf = (fields: Readonly<Record<string, AnyCodec>> | readonly AnyCodec[]): Field[] =>
  Array.isArray(fields)
    ? (fields as AnyCodec[]).map((type) => ({ type: type }))
    : Object.entries(fields as Record<string, AnyCodec>).map(([name, type]) => ({
        name,
        type: type,
      }))

interface Case {
  readonly name: string
  readonly index: number
  readonly fields: Readonly<Record<string, AnyCodec>> | readonly AnyCodec[]
  readonly docs?: readonly string[]
}

/** A pallet's enum of calls or events; `content` names where the fields are in the value. */
function palletEnum<T>(
  declared: Pallet,
  kind: 'Call' | 'Event',
  cases: readonly Case[],
  content: 'args' | 'data',
): Codec<T> {
  const { name: pallet } = declared
  const byIndex: (Case | undefined)[] = []
  const byName = new Map<string, Case>()
  for (const item of cases) {
    if (byIndex[item.index]) throw new Error(`${pallet} has two ${kind}s of index ${item.index}`)
    byIndex[item.index] = item
    byName.set(item.name, item)
  }
  const variants = [...cases]
    .sort((a, b) => a.index - b.index)
    .map(({ name, index, fields, docs }) => ({
      name,
      index,
      fields: fieldsOf(fields),
      docs: docs ?? [],
    }))
  const def: TypeDef = { tag: 'variant', variants }
  return makeCodec<T>(
    { ...enumPath(declared, kind), def },
    (out, value) => {
      const { name, [content]: parts } = value as { name: string; args?: unknown; data?: unknown }
      const found = byName.get(name)
      if (!found) throw new CodecError(`${pallet} has no ${kind} ${name}`)
      out.u8(found.index)
      for (const [key, codec] of Object.entries(found.fields as Record<string, AnyCodec>))
        codec.write(out, (parts as Record<string, unknown>)[key])
    },
    (from) => {
      const index = from.u8()
      const found = byIndex[index]
      if (!found) throw new CodecError(`${pallet} has no ${kind} of index ${index}`)
      const parts: Record<string, unknown> = {}
      const list: unknown[] = []
      for (const [key, codec] of Object.entries(found.fields as Record<string, AnyCodec>)) {
        const part = codec.read(from)
        if (Array.isArray(found.fields)) list.push(part)
        else parts[key] = part
      }
      return {
        pallet,
        name: found.name,
        [content]: Array.isArray(found.fields) ? list : parts,
      } as T
    },
  )
}

const rawOrigin = variant(generic('frame_support::dispatch::RawOrigin', { AccountId }), {
  Root: [0],
  Signed: [1, AccountId],
  None: [2],
  Authorized: [3],
})

export class Runtime {
  readonly parts: RuntimeParts
  readonly version: RuntimeVersion
  readonly settings: Settings
  /** Pallets in the order of their hooks. */
  readonly entries: readonly Entry[]
  readonly call: Codec<CallValue>
  readonly event: Codec<EventValue>
  readonly originCaller: Codec<CallerValue>
  private readonly calls = new Map<string, AnyCall>()
  private readonly pallets = new Map<string, Entry>()

  constructor(parts: RuntimeParts) {
    this.parts = parts
    this.version = parts.version
    this.settings = new Map(parts.settings ?? [])
    this.entries = parts.pallets.map(([index, pallet]) => ({ index, pallet }))
    for (const entry of this.entries) {
      const { index, pallet } = entry
      this.pallets.set(pallet.name, entry)
      for (const error of Object.values(pallet.errors ?? {})) error.palletIndex = index
      for (const [name, call] of Object.entries(pallet.calls ?? {}))
        this.calls.set(`${pallet.name}.${name}`, call)
    }
    this.call = outerEnum(parts.crate, 'RuntimeCall', this.palletCalls())
    this.event = outerEnum(parts.crate, 'RuntimeEvent', this.palletEvents())
    this.originCaller = variant(`${parts.crate}::OriginCaller`, {
      system: [0, rawOrigin],
      ...parts.origins,
    }) as unknown as Codec<CallerValue>
    bindOuter({
      call: this.call,
      event: this.event,
      originCaller: this.originCaller,
      error: DispatchErrorWire,
      extrinsic: extrinsicCodec(this),
    })
  }

  private palletCalls() {
    return this.entries
      .filter(({ pallet }) => pallet.calls)
      .map(({ index, pallet }) => ({
        index,
        pallet: pallet.name,
        inner: palletEnum<CallValue>(
          pallet,
          'Call',
          Object.entries(pallet.calls as Record<string, AnyCall>).map(([name, { def }]) => ({
            name,
            index: def.index,
            fields: def.args as Record<string, AnyCodec>,
            docs: def.docs ? [def.docs] : [],
          })),
          'args',
        ),
      }))
  }

  private palletEvents() {
    return this.entries
      .filter(({ pallet }) => Object.keys(pallet.events ?? {}).length > 0)
      .map(({ index, pallet }) => ({
        index,
        pallet: pallet.name,
        inner: palletEnum<EventValue>(
          pallet,
          'Event',
          Object.entries(pallet.events as Record<string, AnyEvent>).map(([name, event]) => ({
            name,
            index: event.index,
            fields: event.fields as Record<string, AnyCodec>,
          })),
          'data',
        ),
      }))
  }

  /** The declaration of a decoded call. */
  findCall(value: CallValue): AnyCall {
    const found = this.calls.get(`${value.pallet}.${value.name}`)
    if (!found) throw new CodecError(`the runtime has no call ${value.pallet}.${value.name}`)
    return found
  }

  findPallet(name: string): Pallet | undefined {
    return this.pallets.get(name)?.pallet
  }

  indexOf(name: string): number | undefined {
    return this.pallets.get(name)?.index
  }

  /** Refuses a call that the runtime's filter does not let pass. */
  ensureCallable(ctx: Context, call: CallValue): void {
    this.ensureFiltered(this.parts.filter?.(ctx, call) ?? true)
  }

  ensureFiltered(passes: boolean): void {
    ensure(passes, CallFiltered)
  }

  /** Refuses a call that a guard does not let pass. */
  guard(ctx: Context, origin: Origin, call: CallValue): void {
    const { guards } = this.parts
    if (guards === undefined || guards.length === 0) return
    ctx.dryRun(() => {
      for (const guard of guards) guard.check(ctx, origin, call)
    })
  }

  guardWeight(ctx: Context, call: CallValue): Weight {
    let weight = NO_WEIGHT
    for (const guard of this.parts.guards ?? []) weight = addWeight(weight, guard.weight(ctx, call))
    return weight
  }

  /** The error that a `Module` error on the wire names. */
  findError(index: number, error: number): PalletError | undefined {
    const entry = this.entries.find((candidate) => candidate.index === index)
    return Object.values(entry?.pallet.errors ?? {}).find((candidate) => candidate.index === error)
  }
}

/** Assembles a runtime. */
export const runtime = (parts: RuntimeParts): Runtime => new Runtime(parts)
