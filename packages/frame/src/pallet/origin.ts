/** Origins: who makes a call, and the guards that refuse the wrong ones. */
import type { AccountId } from '../types.ts'
import type { CallValue } from './call.ts'
import type { Context } from './context.ts'
import { BadOrigin } from './error.ts'

/** `frame_system::RawOrigin` and the origins that pallets add, as `OriginCaller` has them. */
export interface CallerValue {
  readonly type: string
  readonly value: unknown
}
export type RawOrigin =
  | { readonly type: 'Root'; readonly value?: undefined }
  | { readonly type: 'Signed'; readonly value: AccountId }
  | { readonly type: 'None'; readonly value?: undefined }

export type CallFilter = (ctx: Context, call: CallValue) => boolean

/** A caller, with the filters that calls made in its name must pass beside the runtime's own. */
export interface Origin {
  readonly caller: CallerValue
  readonly filters: readonly CallFilter[]
}

const system = (value: RawOrigin): Origin => ({ caller: { type: 'system', value }, filters: [] })
export const Root: Origin = system({ type: 'Root' })
export const None: Origin = system({ type: 'None' })
export const Signed = (who: AccountId): Origin => system({ type: 'Signed', value: who })

export const withFilter = (origin: Origin, filter: CallFilter): Origin => ({
  caller: origin.caller,
  filters: [...origin.filters, filter],
})

const raw = (origin: Origin): RawOrigin | undefined =>
  origin.caller.type === 'system' ? (origin.caller.value as RawOrigin) : undefined
export const isRoot = (origin: Origin): boolean => raw(origin)?.type === 'Root'
export const isNone = (origin: Origin): boolean => raw(origin)?.type === 'None'
/** The signer, if the origin is signed. */
export function signer(origin: Origin): AccountId | undefined {
  const value = raw(origin)
  return value?.type === 'Signed' ? value.value : undefined
}

/** Guard: the signer, or `BadOrigin`. */
export function signed(origin: Origin): AccountId {
  const who = signer(origin)
  if (who === undefined) throw BadOrigin
  return who
}
/** Guard: root, or `BadOrigin`. */
export function root(origin: Origin): null {
  if (!isRoot(origin)) throw BadOrigin
  return null
}
/** Guard: nobody (inherents and unsigned transactions), or `BadOrigin`. */
export function none(origin: Origin): null {
  if (!isNone(origin)) throw BadOrigin
  return null
}
/** Guard: root (`undefined`) or the signer. */
export function signedOrRoot(origin: Origin): AccountId | undefined {
  return isRoot(origin) ? undefined : signed(origin)
}
/** Guard that lets everyone pass and hands on the origin itself. */
export const anyone = (origin: Origin): Origin => origin
