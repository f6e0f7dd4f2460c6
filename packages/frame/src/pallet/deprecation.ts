/** What clients should no longer use. */

/** The reason, as far as there is one. */
export interface Deprecation {
  readonly note: string | undefined
}

const marks = new WeakMap<object, Deprecation>()

/**
 * Marks something declared (a call, event, storage item, constant, method) as deprecated: it works as before, and
 * metadata 16 tells clients. `note` says what to use instead.
 */
export function deprecated<T extends object>(declared: T, note?: string): T {
  marks.set(declared, { note })
  return declared
}

export const deprecationOf = (declared: object): Deprecation | undefined => marks.get(declared)
