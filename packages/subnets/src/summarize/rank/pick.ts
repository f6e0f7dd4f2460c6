/** Takes sentences under a word limit. */
import { countWords } from '../text/words.ts'

/** A summary as text, and the sentences it is made of, by index in the document. */
export type Extract = { readonly summary: string; readonly cited: readonly number[] }

/**
 * Walks through `order`, takes every sentence that still fits, and returns them in the order of
 * the document.
 */
export function takeInOrder(
  sentences: readonly string[],
  order: readonly number[],
  maxWords: number,
): Extract {
  const cited: number[] = []
  let left = maxWords
  for (const index of order) {
    const size = countWords(sentences[index]!)
    if (size === 0 || size > left) continue
    cited.push(index)
    left -= size
  }
  return extractOf(sentences, cited)
}

/** The extract of the given sentences. */
export function extractOf(sentences: readonly string[], indexes: readonly number[]): Extract {
  const cited = [...indexes].sort((a, b) => a - b)
  return { summary: cited.map((index) => sentences[index]).join(' '), cited }
}

/** Indexes by falling score; of equal scores the earlier sentence comes first. */
export function byScore(scores: ArrayLike<number>): number[] {
  return Array.from(scores, (_, index) => index).sort((a, b) => scores[b]! - scores[a]! || a - b)
}
