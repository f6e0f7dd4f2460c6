/** Claims about a whole state that hold after every block. */
import type { Context } from './context.ts'

/** A claim, and how to find what breaks it. Looking writes nothing. */
export interface Invariant {
  /** The claim in words: `every uid has one hotkey`. */
  readonly claim: string
  /** What breaks it: where, and by how much. */
  broken(ctx: Context): Iterable<string>
}

/** Declares a claim; `broken` yields a line for each place where it does not hold. */
export const invariant = (
  claim: string,
  broken: (ctx: Context) => Iterable<string>,
): Invariant => ({ claim, broken })

/** A claim that does not hold. */
export interface Violation {
  readonly claim: string
  readonly found: readonly string[]
}

const SHOWN = 3

function line({ claim, found }: Violation): string {
  const rest = found.length > SHOWN ? ` … ${found.length} in all` : ''
  return `${claim}: ${found.slice(0, SHOWN).join('; ')}${rest}`
}

/** The state breaks its own rules: an error of ours, or what root wrote over them. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError'
  readonly violations: readonly Violation[]

  constructor(violations: readonly Violation[]) {
    super(violations.map(line).join('\n'))
    this.violations = violations
  }
}

/** The claims that do not hold, with everything that breaks them. */
export function violationsOf(ctx: Context, invariants: readonly Invariant[]): Violation[] {
  return invariants
    .map(({ claim, broken }) => ({ claim, found: [...broken(ctx)] }))
    .filter(({ found }) => found.length > 0)
}
