/** What the runner knows of vector files: how each kind is recognised, and how it is run. */

/** One comparison with what was recorded. */
export interface Check {
  /** Where in the file: `cases[3]`. */
  readonly name: string
  /** Throws what says how the two differ. */
  run(): void | Promise<void>
  /** Whether it takes seconds by design. */
  readonly isSlow?: boolean
}

// biome-ignore lint/suspicious/noExplicitAny: every kind of file has a shape of its own
export type Data = any

/** A vector file that was read. */
export interface VectorFile {
  readonly path: string
  /** Last part of the path. */
  readonly name: string
  readonly text: string
  readonly data: Data
  /** A file of the same folder, or else the repository's own; undefined when neither has it. */
  beside(name: string): Data | undefined
}

/** A kind of vector file. */
export interface Format {
  /** Whether a file is of this kind, by what it holds. */
  recognises(file: VectorFile): boolean
  /** Parts of such files that are run; others that look like rows are reported as skipped. */
  readonly sections: readonly string[]
  /** Parts that say nothing to compare with, and why. */
  readonly leftOut?: Readonly<Record<string, string>>
  /** Parts that explain the file to people. */
  readonly remarks?: readonly string[]
  checks(file: VectorFile): Iterable<Check> | AsyncIterable<Check>
}

/** Recognises objects that have all of these fields. */
export const hasFields =
  (...fields: readonly string[]) =>
  ({ data }: VectorFile): boolean =>
    typeof data === 'object' && data !== null && fields.every((field) => field in data)

/** A row of a list, or undefined: what tells files apart that have the same fields. */
export const firstOf = (list: unknown): Readonly<Record<string, unknown>> | undefined =>
  Array.isArray(list) && typeof list[0] === 'object' ? list[0] : undefined
