/** The documents a validator draws from: its own small collection or a folder of the user's. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { type Background, backgroundOf } from '../score/importance.ts'
import { markdownToText } from '../text/plain-text.ts'
import { splitSentences } from '../text/sentences.ts'
import { countWords } from '../text/words.ts'

/** Larger files are cut off here, so that one huge file cannot fill the memory. */
const MOST_BYTES = 4 * 1024 * 1024
/** A document below this many sentences has nothing to leave out. */
export const FEWEST_SENTENCES = 8
/** A paragraph without an end mark and of at most this many words is a heading. */
const HEADING_WORDS = 12

export type Document = {
  /** File path within the folder, with `/`. */
  readonly name: string
  /** Sentences by paragraph; headings are left out. */
  readonly paragraphs: readonly (readonly string[])[]
}

export type Corpus = { readonly documents: readonly Document[]; readonly background: Background }

/** Why a folder cannot serve as documents. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError'
}

/** The collection that comes with the package, found from the sources and from the build alike. */
export const OWN_CORPUS: URL = new URL('../../../src/summarize/corpus/', import.meta.url)

/**
 * Reads all `.txt` and `.md` files below a folder, in order of their names.
 *
 * refuses (CorpusError) a folder that cannot be read, or in which no file has eight sentences
 */
export async function loadCorpus(folder: string): Promise<Corpus> {
  const documents: Document[] = []
  for (const path of await textFiles(folder)) {
    const bytes = (await readFile(path)).subarray(0, MOST_BYTES)
    const name = relative(folder, path).replaceAll('\\', '/')
    const document = documentOf(name, bytes.toString('utf8'))
    if (sentencesOf(document).length >= FEWEST_SENTENCES) documents.push(document)
  }
  if (documents.length === 0) {
    throw new CorpusError(
      `${folder} holds no .txt or .md file with at least ${FEWEST_SENTENCES} sentences`,
    )
  }
  return { documents, background: backgroundOf(documents.map(sentencesOf)) }
}

/** All sentences of a document in order. */
export function sentencesOf(document: Document): string[] {
  return document.paragraphs.flat()
}

/** Cuts one text into paragraphs of sentences; text of a file `.md` is read as Markdown. */
export function documentOf(name: string, text: string): Document {
  const plain = /\.(md|markdown)$/i.test(name) ? markdownToText(text) : text
  const paragraphs = plain
    .replace(/^\uFEFF/, '')
    // Control characters of a file must reach neither the wire nor a terminal.
    .replace(/[^\P{Cc}\n\r\t]/gu, ' ')
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map(splitSentences)
    .filter((sentences) => sentences.length > 0 && !isHeading(sentences))
  return { name, paragraphs }
}

function isHeading(sentences: readonly string[]): boolean {
  const [only] = sentences
  if (only === undefined || sentences.length > 1) return false
  return countWords(only) <= HEADING_WORDS && !/[.!?…。！？]["'”’»)\]」』）]*$/u.test(only)
}

async function textFiles(folder: string): Promise<string[]> {
  try {
    if (!(await stat(folder)).isDirectory()) throw new CorpusError(`${folder} is not a folder`)
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile() && /\.(txt|md|markdown)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort((a, b) => (a < b ? -1 : 1))
  } catch (cause) {
    if (cause instanceof CorpusError) throw cause
    throw new CorpusError(`cannot read the folder ${folder}`, { cause })
  }
}
