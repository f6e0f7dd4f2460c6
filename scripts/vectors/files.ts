/** Finds vector files and reads them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Data, VectorFile } from './format.ts'

/** The repository's own vectors, for what a folder refers to and does not have. */
const OWN = join(import.meta.dirname, '../../vectors/runtime-425')

const isVector = (name: string) => /\.json(\.gz)?$/.test(name)

/** The vector files of a folder and the folders in it, in order; a file is itself. */
export function findFiles(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => {
      const inner = join(path, name)
      return statSync(inner).isDirectory() ? findFiles(inner) : isVector(name) ? [inner] : []
    })
}

function readText(path: string): string {
  const raw = readFileSync(path)
  return (path.endsWith('.gz') ? gunzipSync(raw) : raw).toString()
}

/** Reads a file; throws a SyntaxError when it is no JSON. */
export function readFile(path: string): VectorFile {
  const text = readText(path)
  return {
    path,
    name: basename(path),
    text,
    data: JSON.parse(text) as Data,
    beside(name) {
      const found = [join(dirname(path), name), join(OWN, name)].find(existsSync)
      return found && (JSON.parse(readText(found)) as Data)
    },
  }
}
