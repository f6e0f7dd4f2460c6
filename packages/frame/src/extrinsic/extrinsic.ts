/** Extrinsics as bytes: what clients send and block bodies hold. */
import {
  type AnyCodec,
  type Codec,
  CodecError,
  generic,
  makeCodec,
  newtype,
  Reader,
  tuple,
  u8,
  Writer,
} from '../codec/index.ts'
import type { CallValue } from '../pallet/call.ts'
import type { Runtime } from '../pallet/runtime.ts'
import { MultiAddress, MultiSignature } from '../types.ts'
import type { AnyExtension } from './extension.ts'

/** What stands before the call. `extra` has one value for each extension of the runtime. */
export type Preamble =
  | { readonly type: 'Bare'; readonly version: 4 | 5 }
  | {
      readonly type: 'Signed'
      readonly address: MultiAddress
      readonly signature: MultiSignature
      readonly extra: readonly unknown[]
    }
  | {
      readonly type: 'General'
      readonly extensionVersion: number
      readonly extra: readonly unknown[]
    }

export interface Extrinsic {
  readonly preamble: Preamble
  readonly call: CallValue
}

const BARE = 0x00
const GENERAL = 0x40
const SIGNED = 0x80

/** An extrinsic without signature, as inherents are. */
export const bare = (call: CallValue): Extrinsic => ({
  preamble: { type: 'Bare', version: 5 },
  call,
})

function writeExtra(out: Writer, { parts }: Runtime, extra: readonly unknown[]): void {
  for (const [i, extension] of parts.extensions.entries()) extension.explicit.write(out, extra[i])
}
const readExtra = (from: Reader, { parts }: Runtime): unknown[] =>
  parts.extensions.map((extension) => extension.explicit.read(from))

function writePreamble(out: Writer, runtime: Runtime, preamble: Preamble): void {
  if (preamble.type === 'Bare') {
    out.u8(BARE | preamble.version)
    return
  }
  if (preamble.type === 'Signed') {
    out.u8(SIGNED | 4)
    MultiAddress.write(out, preamble.address)
    MultiSignature.write(out, preamble.signature)
  } else {
    out.u8(GENERAL | 5)
    u8.write(out, preamble.extensionVersion)
  }
  writeExtra(out, runtime, preamble.extra)
}

function readPreamble(from: Reader, runtime: Runtime): Preamble {
  const first = from.u8()
  if (first === (BARE | 4)) return { type: 'Bare', version: 4 }
  if (first === (BARE | 5)) return { type: 'Bare', version: 5 }
  if (first === (SIGNED | 4)) {
    const address = MultiAddress.read(from)
    const signature = MultiSignature.read(from)
    return { type: 'Signed', address, signature, extra: readExtra(from, runtime) }
  }
  if (first === (GENERAL | 5)) {
    const extensionVersion = from.u8()
    return { type: 'General', extensionVersion, extra: readExtra(from, runtime) }
  }
  throw new CodecError(`0x${first.toString(16)} is no kind of extrinsic`)
}

/** Bytes of an extrinsic, with their length in front. */
export function encodeExtrinsic(runtime: Runtime, { preamble, call }: Extrinsic): Uint8Array {
  const body = new Writer()
  writePreamble(body, runtime, preamble)
  runtime.call.write(body, call)
  const bytes = body.take()
  const out = new Writer(bytes.length + 4)
  out.compact(bytes.length)
  out.bytes(bytes)
  return out.take()
}

/** An extrinsic, and how deep its call nests (see `Reader.nesting`). */
export interface DecodedExtrinsic extends Extrinsic {
  readonly depth: number
}

/**
 * Reads an extrinsic.
 *
 * shape   compact length, version byte, signature part, call; nothing may be left over
 * refuses CodecError
 */
export function decodeExtrinsic(runtime: Runtime, bytes: Uint8Array): DecodedExtrinsic {
  const from = new Reader(bytes)
  const length = from.compact()
  if (length !== from.left)
    throw new CodecError(`expected ${length} bytes of extrinsic, have ${from.left}`)
  const preamble = readPreamble(from, runtime)
  from.nesting.deepest = 0
  const call = runtime.call.read(from)
  from.end()
  return { preamble, call, depth: from.nesting.deepest }
}

const inTuple = (extension: AnyExtension): AnyCodec => extension.inTuple ?? extension.explicit
const alone = (members: readonly AnyCodec[]): AnyCodec =>
  members.length === 1 ? (members[0] as AnyCodec) : (tuple(...members) as AnyCodec)

/** The runtime's extensions as one type: tuples as the runtime nests them. */
export function extensionType({ parts }: Runtime): AnyCodec {
  const sizes = parts.extensionGroups ?? [parts.extensions.length]
  let at = 0
  const groups = sizes.map((size) => {
    const start = at
    at += size
    return alone(parts.extensions.slice(start, at).map(inTuple))
  })
  return alone(groups)
}

/**
 * `UncheckedExtrinsic` as metadata and runtime APIs have it.
 *
 * source  polkadot-evm/frontier primitives/self-contained, around sp_runtime's generic one
 */
export function extrinsicCodec(runtime: Runtime): Codec<Extrinsic> {
  const Extra = extensionType(runtime)
  const common = { Address: MultiAddress, Call: runtime.call, Signature: MultiSignature }
  const path = 'unchecked_extrinsic::UncheckedExtrinsic'
  const raw = makeCodec<Extrinsic>(
    { path: [], def: { tag: 'sequence', type: u8 } },
    (out, value) => out.bytes(encodeExtrinsic(runtime, value)),
    (from) => {
      const start = from.at
      const end = from.compact() + from.at
      from.at = start
      return decodeExtrinsic(runtime, from.bytes(end - start))
    },
  )
  const inner = newtype(generic(`sp_runtime::generic::${path}`, { ...common, Extra }), raw)
  return newtype(generic(`fp_self_contained::${path}`, { ...common, Extension: Extra }), inner)
}
