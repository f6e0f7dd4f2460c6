/** What a neuron remembers between runs: one JSON file, replaced as a whole. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { SubnetError } from './errors.ts'

/**
 * The value of a file, or undefined if there is none.
 *
 * refuses (SubnetError STATE_FILE) a file that cannot be read, is not JSON, or fails `isValid`; the
 *         message names the way out
 */
export async function loadState<T>(
  path: string,
  isValid: (value: unknown) => value is T,
): Promise<T | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (isValid(value)) return value
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    const message = `${path} cannot be read; move it away to start without memory`
    throw new SubnetError('STATE_FILE', message, { cause })
  }
  throw new SubnetError('STATE_FILE', `${path} holds something else; move it away to start anew`)
}

/** Writes beside the file and renames, so that a crash leaves the old or the new state. */
export async function saveState(path: string, value: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.${process.pid}.new`
  await writeFile(beside, JSON.stringify(value))
  await rename(beside, path)
}
