/** One comparison with what the Python packages did. */
export interface Check {
  /** Where in the file. */
  readonly name: string
  /** Throws what says how the two differ. */
  run(): void | Promise<void>
  /** Whether it takes seconds by design. */
  readonly isSlow?: boolean
}

/** A check for each row. */
export function* eachRow<R>(
  section: string,
  rows: Iterable<R>,
  check: (row: R) => void | Promise<void>,
): Generator<Check> {
  let at = 0
  for (const row of rows) yield { name: `${section}[${at++}]`, run: () => check(row) }
}
