/** Extensions that add no bytes to an extrinsic. */
import { type Codec, empty, generic, unit } from '../codec/index.ts'
import type { TransactionExtension } from './extension.ts'

/** Everything of an extension but its bytes, of which it has none. */
export type EmptyExtension<S> = Omit<
  TransactionExtension<null, null, S>,
  'explicit' | 'implicit' | 'implied' | 'identifier'
> & {
  /** Path of its type; the last part is its identifier. */
  readonly path: string
  /** What metadata shows as its parameter `T`: nothing, or the runtime. */
  readonly runtime?: Codec<null>
}

/** An extension without bytes: a check that needs nothing from the signer. */
export function emptyExtension<S = undefined>(
  parts: EmptyExtension<S>,
): TransactionExtension<null, null, S> {
  const { path, runtime, ...hooks } = parts
  return {
    ...hooks,
    identifier: path.slice(path.lastIndexOf(':') + 1),
    explicit: empty(generic(path, { T: runtime })),
    implicit: unit,
    implied: () => null,
  }
}
