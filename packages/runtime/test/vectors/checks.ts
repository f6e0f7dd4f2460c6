/** How vector files are run: each yields checks, a check throws when it does not hold. */

/** One comparison of our code with the production runtime. */
export interface Check {
  /** Where in the file, and what. */
  readonly name: string
  /** Throws an AssertionError that shows the difference. */
  run(): void
}

/** Result of a file. */
export interface Outcome {
  readonly passed: number
  readonly failures: readonly { readonly name: string; readonly error: unknown }[]
}

/** Runs every check, also after failures. */
export function runChecks(checks: Iterable<Check>): Outcome {
  let passed = 0
  const failures: { name: string; error: unknown }[] = []
  for (const { name, run } of checks) {
    try {
      run()
      passed++
    } catch (error) {
      failures.push({ name, error })
    }
  }
  return { passed, failures }
}

/** Throws the first failure, telling how many there are. */
export function assertAll(checks: Iterable<Check>): number {
  const { passed, failures } = runChecks(checks)
  const first = failures[0]
  if (first !== undefined) {
    const count = `${failures.length} of ${passed + failures.length} checks fail`
    throw new Error(`${count}; first: ${first.name}\n${first.error}`, { cause: first.error })
  }
  return passed
}
