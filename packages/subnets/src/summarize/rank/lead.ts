/** The summariser that reads only the beginning. */
import { countWords } from '../text/words.ts'
import { type Extract, extractOf } from './pick.ts'

/** The first three sentences, or as many of them as fit without a gap. */
export function lead3(sentences: readonly string[], maxWords: number): Extract {
  return lead(sentences, maxWords, 3)
}

/** The first `most` sentences, or as many of them as fit without a gap. */
export function lead(sentences: readonly string[], maxWords: number, most: number): Extract {
  const taken: number[] = []
  let left = maxWords
  for (let i = 0; i < Math.min(most, sentences.length); i++) {
    left -= countWords(sentences[i]!)
    if (left < 0) break
    taken.push(i)
  }
  return extractOf(sentences, taken)
}
