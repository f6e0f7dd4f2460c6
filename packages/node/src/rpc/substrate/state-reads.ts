// Walks over many keys: in pages, giving way to others, and no further than an answer may be long.

import type { StateReader, StorageKey } from '../../chain.ts'
import type { CallContext } from '../methods.ts'
import { oversizedResponse } from '../rpc-error.ts'

const PAGE = 1_000

/** Every key with the prefix, ascending, in pages; other work runs between two pages. */
export async function* keysOf(
  state: StateReader,
  prefix: StorageKey,
): AsyncGenerator<StorageKey[]> {
  let after: StorageKey | undefined
  for (;;) {
    const page = state.keysPaged(prefix, PAGE, after)
    if (page.length > 0) yield page
    if (page.length < PAGE) return
    after = page.at(-1)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

/** Collects answers of one walk; refuses (-32008) as soon as they cannot fit into a response. */
export class BoundedList<T> {
  readonly items: T[] = []
  readonly #maxBytes: number
  #bytes = 0

  constructor(ctx: CallContext) {
    this.#maxBytes = ctx.maxResponseBytes
  }

  add(item: T, bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > this.#maxBytes) throw oversizedResponse(this.#maxBytes)
    this.items.push(item)
  }
}
