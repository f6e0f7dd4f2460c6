/** Merging what several checks say about a transaction. */
import { FOREVER, type ValidTransaction } from '../pallet/validity.ts'

const U64_MAX = FOREVER

export const VALID: ValidTransaction = {
  priority: 0n,
  requires: [],
  provides: [],
  longevity: FOREVER,
  propagate: true,
}

/** Both: priorities add up, tags gather, the shorter life counts. */
export function combine(
  a: ValidTransaction,
  b: Partial<ValidTransaction> | undefined,
): ValidTransaction {
  if (b === undefined) return a
  const priority = a.priority + (b.priority ?? 0n)
  return {
    priority: priority > U64_MAX ? U64_MAX : priority,
    requires: [...a.requires, ...(b.requires ?? [])],
    provides: [...a.provides, ...(b.provides ?? [])],
    longevity: b.longevity !== undefined && b.longevity < a.longevity ? b.longevity : a.longevity,
    propagate: a.propagate && (b.propagate ?? true),
  }
}
