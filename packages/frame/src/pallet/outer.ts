/**
 * The runtime-wide enums (`RuntimeCall`, `RuntimeEvent`, `OriginCaller`) as codecs.
 *
 * Pallets name them before the runtime exists, so they resolve when one is assembled. A process
 * works with one set of pallets; networks differ only in settings.
 */

import { boxed, type Codec, lazy } from '../codec/index.ts'
import { assert } from '../errors.ts'
import type { Extrinsic } from '../extrinsic/extrinsic.ts'
import type { CallValue } from './call.ts'
import type { DispatchErrorWire } from './error.ts'
import type { EventValue } from './event.ts'
import type { CallerValue } from './origin.ts'

export interface OuterCodecs {
  readonly call: Codec<CallValue>
  readonly event: Codec<EventValue>
  readonly originCaller: Codec<CallerValue>
  readonly error: Codec<DispatchErrorWire>
  readonly extrinsic: Codec<Extrinsic>
}

let bound: OuterCodecs | undefined
/** Makes the enums below mean those of a runtime. Called by `runtime()`. */
export function bindOuter(codecs: OuterCodecs): void {
  bound = codecs
}
function outer(): OuterCodecs {
  assert(bound !== undefined, 'a runtime is assembled before its enums are used')
  return bound
}

/** A call within a call: boxed, but for the items of lists. */
export const RuntimeCall: Codec<CallValue> = boxed(
  lazy(() => outer().call),
  lazy(() => outer().call),
)
export const RuntimeEvent: Codec<EventValue> = lazy(() => outer().event)
export const OriginCaller: Codec<CallerValue> = lazy(() => outer().originCaller)
/** `UncheckedExtrinsic`: an extrinsic with its length in front. */
export const UncheckedExtrinsic: Codec<Extrinsic> = lazy(() => outer().extrinsic)
