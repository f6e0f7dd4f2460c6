/** Vector files of the repository. */
import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../../vectors/', import.meta.url)

/** A file of `vectors/`; the caller names its shape. */
export const readVectors = <T>(path: string): T =>
  JSON.parse(readFileSync(new URL(path, FOLDER), 'utf8')) as T
